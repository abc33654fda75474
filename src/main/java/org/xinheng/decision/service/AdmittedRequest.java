package org.xinheng.decision.service;

import java.time.Instant;
import java.time.LocalDate;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Department;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.RuleBooks;

/** A request for a decision that passed all checks, with the law that answers it. */
record AdmittedRequest(
        Caller caller,
        DecisionRequest request,
        RuleBooks.InForce law,
        Department department,
        Instant now,
        LocalDate today) {}
