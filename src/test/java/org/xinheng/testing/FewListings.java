package org.xinheng.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * For tests that count the impact of a draft: a database of their own, as each count goes through every listing in force,
 * and tests of feeds leave ten thousands.
 */
public class FewListings implements QuarkusTestProfile {}
