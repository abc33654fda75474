package org.xinheng.catalogue.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * The codes by which somebody may search. A code that no register ever contained is a typing error, not a search that
 * finds nothing.
 */
@ApplicationScoped
public class KnownCodes {
    private final RegistersInForce registersInForce;

    KnownCodes(RegistersInForce registersInForce) {
        this.registersInForce = registersInForce;
    }

    /** A register, by its name in the contract. */
    public enum Register {
        LEGAL_BASES("legal-bases", Registers::legalBases),
        LIST_KINDS("list-kinds", Registers::listKinds),
        MEASURES("measures", Registers::measures),
        DEPARTMENTS("departments", Registers::departments),
        MATTERS("matters", Registers::matters);

        private final String path;

        @SuppressWarnings("ImmutableEnumChecker") // a reference to a method, without state
        private final Function<Registers, Map<String, ?>> codes;

        Register(String path, Function<Registers, Map<String, ?>> codes) {
            this.path = path;
            this.codes = codes;
        }
    }

    /**
     * The code as it was given.
     *
     * @param pointer where it stands in the request
     * @throws Refusal CODE_UNKNOWN, with the register, for a code that no release that is or was law contains
     */
    public Optional<String> known(Register register, String pointer, Optional<String> code) {
        code.filter(given -> registersInForce
                        .ever()
                        .noneMatch(registers -> register.codes.apply(registers).containsKey(given)))
                .ifPresent(unknown -> {
                    throw Refusal.at(pointer, ErrorCode.CODE_UNKNOWN, unknown, register.path);
                });
        return code;
    }

    /** As {@link #known}, for a field that may be left out. */
    public @Nullable String known(Register register, String pointer, @Nullable String code) {
        return known(register, pointer, Optional.ofNullable(code)).orElse(null);
    }

    /**
     * The code of a row as it was given.
     *
     * @throws Refusal CODE_UNKNOWN for a row that no release that is or was law contains
     */
    public @Nullable String knownRow(String pointer, @Nullable String code) {
        if (code != null
                && registersInForce.rulesEver().noneMatch(rule -> rule.code().equals(code))) {
            throw Refusal.at(pointer, ErrorCode.CODE_UNKNOWN, code, "releases");
        }
        return code;
    }
}
