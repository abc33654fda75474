package org.xinheng.testing;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that share one start of the service, in one JVM. */
@Suite
@SelectPackages("org.xinheng")
@IncludeClassNamePatterns(ServiceSuite.EVERY)
@ExcludeClassNamePatterns(ServiceWithProfileSuite.EVERY)
class ServiceSuite {
    /** Names of the tests that start the service. */
    static final String EVERY = ".*[.][A-Z][A-Za-z]*(Api|Service)Test";
}
