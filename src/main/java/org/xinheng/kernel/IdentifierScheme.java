package org.xinheng.kernel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which numbering an identifier (标识) belongs to; design §7. */
public enum IdentifierScheme {
    /** 统一社会信用代码, GB 32100-2015. */
    USCC(false),
    /** 工商注册号, 15 digits, GS15-2006. */
    REGISTRATION_NUMBER(false),
    /** 组织机构代码, GB 11714-1997. */
    ORGANISATION_CODE(false),
    /** 公民身份号码, GB 11643-1999. */
    CITIZEN_ID(true),
    /** 外国人永久居留身份证号码, 18 characters, form of 2023. */
    FOREIGN_PERMANENT_RESIDENCE(true),
    /** 护照号. */
    PASSPORT(true),
    /** 港澳居民来往内地通行证. */
    HK_MACAO_PERMIT(true),
    /** 台湾居民来往大陆通行证. */
    TAIWAN_PERMIT(true),
    /** 其他法定认可的证件. */
    OTHER_ID(true);

    private static final Set<IdentifierScheme> WITHOUT_CHECK_CHARACTER =
            EnumSet.of(PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, OTHER_ID);

    private final boolean personal;

    IdentifierScheme(boolean personal) {
        this.personal = personal;
    }

    /** True where the value identifies a natural person and so is encrypted at rest (L8). */
    public boolean personal() {
        return personal;
    }

    /** Whether the scheme numbers subjects of this type. */
    public boolean numbers(SubjectType type) {
        return personal == (type == SubjectType.PERSON);
    }

    /** Whether a number carries a character by which a slip of the pen is noticed. */
    boolean hasCheckCharacter() {
        return !WITHOUT_CHECK_CHARACTER.contains(this);
    }

    /** The names of the schemes that number subjects of this type. */
    static String namesFor(SubjectType type) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.numbers(type))
                .map(Enum::name)
                .collect(Collectors.joining("、"));
    }
}
