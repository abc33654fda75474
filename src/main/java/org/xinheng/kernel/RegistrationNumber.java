package org.xinheng.kernel;

import static org.xinheng.kernel.IdentifierScheme.REGISTRATION_NUMBER;

import org.jspecify.annotations.Nullable;

/**
 * 工商注册号, the number of business licences before the unified code, GS 15-2006: first registrar (six digits), sequence
 * (eight), check digit (ISO 7064 MOD 11,10).
 *
 * @param value 15 digits
 */
public record RegistrationNumber(String value) {
    /** Digits of a number. */
    public static final int LENGTH = 15;

    /** Refuses anything that is no number, with the first thing that is wrong. */
    public RegistrationNumber {
        Identifier.refuse(fault(value));
    }

    /**
     * Check digit over the first 14.
     *
     * @param first14 at least 14 digits
     */
    public static char checkCharacter(String first14) {
        int product = 10;
        for (int i = 0; i < LENGTH - 1; i++) {
            int digit = first14.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("character " + (i + 1) + " is no digit");
            }
            int sum = (product + digit) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    static @Nullable Fault fault(String value) {
        Fault shape = Identifier.shapeFault(REGISTRATION_NUMBER, value, LENGTH, "0123456789");
        return shape != null
                ? shape
                : Identifier.checkCharacterFault(REGISTRATION_NUMBER, value, checkCharacter(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
