package org.xinheng.kernel;

import static org.xinheng.kernel.IdentifierScheme.ORGANISATION_CODE;

import org.jspecify.annotations.Nullable;

/**
 * 组织机构代码, GB 11714-1997: eight characters and a check character. It lives on inside the unified code.
 *
 * @param value eight digits or capitals and a digit or X, without the dash it is printed with
 */
public record OrganisationCode(String value) {
    /** Characters of a code. */
    public static final int LENGTH = 9;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** Refuses anything that is no code, with the first thing that is wrong. */
    public OrganisationCode {
        Identifier.refuse(fault(value));
    }

    /**
     * Check character over the first eight: 11 − Σ value · weight mod 11, where 10 is written X and 11 is written 0.
     *
     * @param first8 at least eight digits or capitals
     */
    public static char checkCharacter(String first8) {
        int check = 11 - Identifier.weightedSum(first8, ALPHABET, WEIGHTS) % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }

    static @Nullable Fault fault(String value) {
        Fault shape = Identifier.shapeFault(ORGANISATION_CODE, value, LENGTH, ALPHABET);
        return shape != null ? shape : Identifier.checkCharacterFault(ORGANISATION_CODE, value, checkCharacter(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
