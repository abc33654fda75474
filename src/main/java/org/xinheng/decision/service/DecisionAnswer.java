package org.xinheng.decision.service;

import java.util.Optional;
import java.util.UUID;
import org.xinheng.audit.Receipt;

/**
 * The answer to a request for a decision (答复).
 *
 * @param answer the body, as it is stored
 * @param receipt the signed promise that the decision will stand in the log
 */
public record DecisionAnswer(UUID id, String answer, Optional<Receipt> receipt) {}
