package nl.meldspoor.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * Reads a request body before anything else is looked at, and refuses in this order: 413 over 256 KiB, 415 not JSON. Both are
 * said without a token, so an over-long body is never a way to find out whose tokens work.
 */
final class Bodies {

    /** The longest body, in bytes. */
    static final int LIMIT_BYTES = 256 * 1024;

    /** After a refusal the rest of a body is read and dropped, so that the client can read the answer; up to this many bytes. */
    private static final int DROPPED_BYTES = 16 * 1024 * 1024;

    private Bodies() {}

    /** Continues with {@code next} once the body is there and may be read. */
    static void read(RoutingContext context, Runnable next) {
        var request = context.request();
        var declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        var streamed = declared == null
                && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.version() == io.vertx.core.http.HttpVersion.HTTP_2 && !request.isEnded());
        if (!streamed && (declared == null || declared.equals("0"))) {
            request.resume();
            next.run();
            return;
        }
        if (declared != null && tooLong(declared)) {
            refuse(context, 413);
            return;
        }
        if (declared != null && !isJson(context)) {
            refuse(context, 415);
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        collect(context, next);
    }

    private static void collect(RoutingContext context, Runnable next) {
        var request = context.request();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > LIMIT_BYTES) {
                refuse(context, 413);
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> {
            if (context.response().ended()) {
                return;
            }
            if (body.length() > 0 && !isJson(context)) {
                Answers.plain(context, 415);
                return;
            }
            ((RoutingContextInternal) context).setBody(body);
            next.run();
        });
        request.exceptionHandler(broken -> Answers.plain(context, 400));
        request.resume();
    }

    private static void refuse(RoutingContext context, int status) {
        var request = context.request();
        var dropped = new long[1];
        request.handler(part -> {
            dropped[0] += part.length();
            if (dropped[0] > DROPPED_BYTES) {
                request.connection().close();
            }
        });
        request.endHandler(end -> {});
        Answers.plain(context, status);
        request.resume();
    }

    private static boolean tooLong(String declared) {
        try {
            return Long.parseLong(declared) > LIMIT_BYTES;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static boolean isJson(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return false;
        }
        var parts = type.toLowerCase(java.util.Locale.ROOT).split(";");
        if (!parts[0].strip().equals("application/json")) {
            return false;
        }
        for (var i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
