package org.xinheng.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.EffectivePeriod;

/**
 * 互认协议: entries of these list kinds from the partner's region are taken in here while the agreement holds. It is no
 * basis: the list kind must have legal force here too, and our own rows decide what follows (design §6.11).
 *
 * @param partner GB/T 2260 code of the partner's region
 * @param home GB/T 2260 code of the region that recognises
 */
public record RecognitionAgreement(
        String code,
        String title,
        String partner,
        String home,
        Set<String> listKinds,
        @Nullable String documentNumber,
        EffectivePeriod inForce,
        boolean verified,
        @Nullable String checkedIn) {}
