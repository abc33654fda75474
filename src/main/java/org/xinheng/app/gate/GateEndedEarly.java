package org.xinheng.app.gate;

/** The process of the gate ended before it had answered: killed, out of memory, or out of time. Another may succeed. */
final class GateEndedEarly extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GateEndedEarly(String how, Throwable cause) {
        super(how, cause);
    }
}
