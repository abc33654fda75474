package org.xinheng.testing;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Calls of the running service, every one held to the contract. */
public final class Api {
    private static final ContractFilter CONTRACT = new ContractFilter();

    private Api() {}

    /** A call without a key. */
    public static RequestSpecification given() {
        return RestAssured.given().filter(CONTRACT);
    }

    /** A call with a key. */
    public static RequestSpecification with(String key) {
        return given().auth().oauth2(key);
    }

    /** A call with a key and a JSON body. */
    public static RequestSpecification sending(String key, String body) {
        return with(key).contentType(ContentType.JSON).body(body);
    }
}
