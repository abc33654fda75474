package org.xinheng.testing;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A service of its own on a database of its own: for tests that look at all of the data. */
public class OwnDatabase implements QuarkusTestProfile {}
