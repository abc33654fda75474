package org.xinheng.demonstration;

import org.xinheng.decision.DecisionRequest;

/** What an agency of the demonstration asks, and with which key. */
record SyntheticQuestion(DemonstrationKey key, DecisionRequest request) {}
