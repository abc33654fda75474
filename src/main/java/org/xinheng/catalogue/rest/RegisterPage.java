package org.xinheng.catalogue.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.QueryParameters;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * One page of a register, in the order of its sheet.
 *
 * @param next code after which the next page begins, null on the last
 */
record RegisterPage<T>(List<T> items, @Nullable String next) {
    /**
     * The page that is asked for.
     *
     * @throws Refusal PARAMETER_INVALID where it shall begin after a code that the register does not have
     */
    static <S, T> RegisterPage<T> of(Map<String, S> register, Function<S, T> entry, QueryParameters query) {
        List<String> codes = List.copyOf(register.keySet());
        Optional<String> after = query.text("after");
        int from = after.map(code -> codes.indexOf(code) + 1).orElse(0);
        if (after.isPresent() && from == 0) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
        }
        int to = Math.min(codes.size(), from + query.size());
        return new RegisterPage<>(
                register.values().stream()
                        .skip(from)
                        .limit(to - from)
                        .map(entry)
                        .toList(),
                to < codes.size() ? codes.get(to - 1) : null);
    }
}
