package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The service stands on a real PostgreSQL whose zone is stated, whatever zone the JVM is in. */
@QuarkusTest
class ReadinessApiTest {
    @Inject
    AgroalDataSource dataSource;

    @Test
    void the_service_is_ready_when_its_database_answers() {
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void a_session_counts_its_days_in_a_stated_zone() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW TimeZone")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("UTC");
        }
    }
}
