package org.xinheng.testing;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.xinheng.export.TableFiles;

/** Fails at a row of any table that is written as a file, when a header names it; there in tests only. */
@Decorator
@Priority(1)
public class FailingTable implements TableFiles {
    /** Header with the number of rows that are written before it fails. */
    public static final String HEADER = "Testing-Fail-After-Rows";

    private final TableFiles files;
    private final CurrentVertxRequest current;

    FailingTable(@Any @Delegate TableFiles files, CurrentVertxRequest current) {
        this.files = files;
        this.current = current;
    }

    @Override
    public void write(Form form, String name, List<String> headings, Iterator<List<String>> rows, OutputStream to)
            throws IOException {
        String after = current.getCurrent().request().getHeader(HEADER);
        files.write(form, name, headings, after == null ? rows : failing(rows, Integer.parseInt(after)), to);
    }

    private static Iterator<List<String>> failing(Iterator<List<String>> rows, int after) {
        return new Iterator<>() {
            private int written;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<String> next() {
                if (written++ == after) {
                    throw new IllegalStateException("as the test asked");
                }
                return rows.next();
            }
        };
    }
}
