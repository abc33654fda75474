package org.xinheng.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.xinheng.kernel.CitizenId;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.RegistrationNumber;
import org.xinheng.kernel.SubjectType;

/** Draws made-up subjects, each with two writings of its number and name: one to enter it by, one to ask by. */
public final class SubjectWritings {
    private static final String USCC_LETTERS = "ABCDEFGHJKLMNPQRTUWXY";

    private final SplittableRandom random;
    private int next;

    /** @param seed the same draws the same */
    public SubjectWritings(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A number as somebody wrote it under a scheme. */
    public record Writing(IdentifierScheme scheme, String number) {}

    /** One subject, written twice. */
    public record Pair(
            SubjectType type, Writing entered, Writing asked, String enteredName, String askedName, int number) {}

    /** The next subject; no two are the same. */
    public Pair draw() {
        next++;
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> organisation();
            case 4 -> both(SubjectType.ORGANISATION, IdentifierScheme.REGISTRATION_NUMBER, List.of(registration()));
            case 5, 6 -> citizen();
            case 7 -> permit();
            case 8 -> both(SubjectType.PERSON, IdentifierScheme.FOREIGN_PERMANENT_RESIDENCE, List.of(foreigner()));
            default -> paper();
        };
    }

    private Pair organisation() {
        String number = String.format(
                Locale.ROOT, "%c%07d", USCC_LETTERS.charAt(next % USCC_LETTERS.length()), 5_000_000 + next);
        String uscc = Fixtures.organisation("91420100", number);
        return pair(SubjectType.ORGANISATION, code(uscc), code(uscc));
    }

    private Writing code(String uscc) {
        return random.nextBoolean()
                ? new Writing(IdentifierScheme.USCC, uscc)
                : new Writing(IdentifierScheme.ORGANISATION_CODE, uscc.substring(8, 17));
    }

    private String registration() {
        String first14 = String.format(Locale.ROOT, "420100%08d", 60_000_000 + next);
        return first14 + RegistrationNumber.checkCharacter(first14);
    }

    private Pair citizen() {
        String day = LocalDate.of(1950, 1, 1).plusDays(next).toString().replace("-", "");
        String whole = CitizenId.completing("000000" + day + String.format(Locale.ROOT, "%03d", random.nextInt(1, 999)))
                .value();
        String old = whole.substring(0, 6) + whole.substring(8, 17);
        return both(SubjectType.PERSON, IdentifierScheme.CITIZEN_ID, List.of(whole, old));
    }

    private Pair permit() {
        String number = String.format(Locale.ROOT, "%08d", 20_000_000 + next);
        return random.nextBoolean()
                ? both(
                        SubjectType.PERSON,
                        IdentifierScheme.HK_MACAO_PERMIT,
                        List.of("H" + number, "H" + number + "01", "H" + number + "02"))
                : both(
                        SubjectType.PERSON,
                        IdentifierScheme.TAIWAN_PERMIT,
                        List.of(number, number + "01(B)", number + "02"));
    }

    private String foreigner() {
        String day = LocalDate.of(1950, 1, 1).plusDays(next).toString().replace("-", "");
        String first17 = "911999" + day + String.format(Locale.ROOT, "%03d", random.nextInt(1, 999));
        return first17 + CitizenId.checkCharacter(first17);
    }

    private Pair paper() {
        return random.nextBoolean()
                ? both(SubjectType.PERSON, IdentifierScheme.PASSPORT, List.of("EX" + (7_000_000 + next)))
                : both(SubjectType.PERSON, IdentifierScheme.OTHER_ID, List.of("示字第" + (3_000_000 + next) + "号"));
    }

    private Pair both(SubjectType type, IdentifierScheme scheme, List<String> numbers) {
        return pair(type, new Writing(scheme, oneOf(numbers)), new Writing(scheme, oneOf(numbers)));
    }

    private Pair pair(SubjectType type, Writing entered, Writing asked) {
        String name = type == SubjectType.PERSON ? "示范甲" + next : "示范（武汉）第" + next + "公司";
        return new Pair(type, spelled(entered), spelled(asked), name, spelled(name), next);
    }

    private Writing spelled(Writing writing) {
        return new Writing(writing.scheme(), spelled(writing.number()));
    }

    /** The same text as people and spreadsheets write it. */
    private String spelled(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> text.toLowerCase(Locale.ROOT);
            case 1 -> wide(text);
            case 2 -> text.substring(0, 4) + " " + text.substring(4);
            case 3 -> text.substring(0, 3) + "\u200B" + text.substring(3) + "\u3000";
            case 4 -> text.charAt(0) + "-" + text.substring(1);
            default -> text;
        };
    }

    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars()
                .forEach(character ->
                        wide.append((char) (character > ' ' && character < 0x7F ? character + 0xFEE0 : character)));
        return wide.toString();
    }

    private String oneOf(List<String> numbers) {
        return numbers.get(random.nextInt(numbers.size()));
    }
}
