package org.xinheng.app.postgres;

/**
 * Where a database answers and who may log on.
 *
 * @param url JDBC URL, loopback only
 * @param user role, the owner of everything in the embedded database
 * @param password secret of the role (scram-sha-256); never printed
 */
public record DatabaseAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
