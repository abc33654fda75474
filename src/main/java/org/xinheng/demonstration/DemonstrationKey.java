package org.xinheng.demonstration;

import static org.xinheng.caller.Role.APPROVER;
import static org.xinheng.caller.Role.AUDITOR;
import static org.xinheng.caller.Role.CREDIT_OFFICE;
import static org.xinheng.caller.Role.EDITOR;
import static org.xinheng.caller.Role.IMPLEMENTING_AGENCY;
import static org.xinheng.caller.Role.INITIATING_DEPARTMENT;
import static org.xinheng.caller.Role.OPERATOR;
import static org.xinheng.caller.Role.SUBJECT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;

/**
 * A key whose text everybody knows (design §8), which is why it is good on the embedded database alone.
 *
 * @param secret what the caller sends
 * @param department code of the department; of the subject's key, the unified code of its organisation
 */
record DemonstrationKey(String secret, String department, Set<Role> roles) {
    private static final String CREDIT_BUREAU = "WH-XYB";

    /** Every demonstration key. */
    static final List<DemonstrationKey> ALL = List.of(
            key("demo-procurement", "WH-CZJ", IMPLEMENTING_AGENCY),
            key("demo-tender", "WH-GGZY", IMPLEMENTING_AGENCY),
            key("demo-registrar", "WH-SCJG", IMPLEMENTING_AGENCY),
            key("demo-bank", "WH-YH", IMPLEMENTING_AGENCY),
            key("demo-transport", "WH-JTJ", IMPLEMENTING_AGENCY),
            key("demo-court", "WH-ZY", INITIATING_DEPARTMENT),
            key("demo-labour", "WH-RSJ", INITIATING_DEPARTMENT),
            key("demo-finance", "WH-CZJ", INITIATING_DEPARTMENT),
            key("demo-tax", "WH-SWJ", INITIATING_DEPARTMENT),
            key("demo-customs", "WH-HG", INITIATING_DEPARTMENT, IMPLEMENTING_AGENCY),
            key("demo-editor", CREDIT_BUREAU, EDITOR),
            key("demo-approver", CREDIT_BUREAU, APPROVER),
            key("demo-auditor", CREDIT_BUREAU, AUDITOR),
            key("demo-credit-office", CREDIT_BUREAU, CREDIT_OFFICE),
            key("demo-operator", CREDIT_BUREAU, OPERATOR),
            key("demo-subject", SyntheticOrganisations.FIRST_CODE, SUBJECT));

    private static DemonstrationKey key(String secret, String department, Role... roles) {
        return new DemonstrationKey(secret, department, Set.of(roles));
    }

    /** The caller that the key stands for; its id is made from the text, so that it is the same on every machine. */
    Caller caller() {
        return new Caller(idOf(secret), department, roles);
    }

    /** The key as a caller holds it. */
    BearerKey bearerKey() {
        return new BearerKey(secret);
    }

    /** Who enters the listings of a department: its own key where the demonstration has one. */
    static Caller initiating(String department) {
        return ALL.stream()
                .filter(key -> key.department.equals(department) && key.roles.contains(INITIATING_DEPARTMENT))
                .map(DemonstrationKey::caller)
                .findFirst()
                .orElseGet(() ->
                        new Caller(idOf("demonstration " + department), department, Set.of(INITIATING_DEPARTMENT)));
    }

    private static UUID idOf(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Its name is its text; nothing is given away. */
    @Override
    public String toString() {
        return secret;
    }
}
