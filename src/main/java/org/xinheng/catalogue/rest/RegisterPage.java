package org.xinheng.catalogue.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.QueryParameters;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * One page of a register, in the order of its sheet.
 *
 * @param next code after which the next page begins, null on the last
 */
record RegisterPage<T extends RegisterEntry>(
        List<T> items, @Nullable String next) {
    /**
     * The page that is asked for.
     *
     * @throws Refusal PARAMETER_INVALID where it shall begin after a code that the register does not have
     */
    static <T extends RegisterEntry> RegisterPage<T> of(List<T> all, QueryParameters query) {
        Optional<String> after = query.text("after");
        int from = 0;
        if (after.isPresent()) {
            while (from < all.size() && !all.get(from).code().equals(after.get())) {
                from++;
            }
            if (from++ == all.size()) {
                throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
            }
        }
        int to = Math.min(all.size(), from + query.size());
        return new RegisterPage<>(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? all.get(to - 1).code() : null);
    }
}
