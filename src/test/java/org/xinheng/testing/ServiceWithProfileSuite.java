package org.xinheng.testing;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that start the service with a profile of theirs, in one JVM: beside the others they would restart it for them.
 * {@code TestRunsTest} compares the list with what the tests declare.
 */
@Suite
@SelectPackages("org.xinheng")
@IncludeClassNamePatterns(ServiceWithProfileSuite.EVERY)
public class ServiceWithProfileSuite {
    /** Names of the tests that declare a profile. */
    public static final String EVERY = ".*[.]("
            + "CaseReportApiTest"
            + "|DecisionSemanticsApiTest"
            + "|FourEyesApiTest"
            + "|ImpactApiTest"
            + "|LifeOfAnEntryApiTest"
            + "|LostUpdatesApiTest"
            + "|OwnListingsApiTest"
            + "|RegistersByReleaseApiTest"
            + "|RemedyApiTest"
            + "|ReplayAcrossReleasesServiceTest"
            + "|RestorationApiTest"
            + "|RestorationApplicationsApiTest"
            + "|StatisticsApiTest"
            + "|StatuteCasesApiTest"
            + "|TaskApiTest"
            + "|TaskDeliveryApiTest"
            + "|TasksByReleaseApiTest"
            + "|UnseenEntriesApiTest"
            + "|VerifyLogServiceTest"
            + "|WholeListsApiTest"
            + ")";
}
