package nl.meldspoor.http;

/** Titles and plain details per HTTP status, for answers that nobody gave words of their own. */
final class Statuses {

    private Statuses() {}

    static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 414 -> "URI Too Long";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Request Refused" : "Server Error";
        };
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request could not be read.";
            case 401 -> "A valid access token is needed.";
            case 403 -> "This is not for your role.";
            case 404 -> "There is nothing here, or it is not for you.";
            case 405 -> "This method does nothing here; Allow names those that do.";
            case 406 -> "None of the accepted media types can be given.";
            case 409 -> "The request does not fit what is there now.";
            case 412 -> "What you read has changed since.";
            case 413 -> "A body is at most 256 KiB.";
            case 414 -> "The address is too long.";
            case 415 -> "A body is application/json.";
            case 431 -> "The header fields are too long.";
            case 503 -> "Not possible at this moment. Try again after the time in Retry-After.";
            default -> status < 500 ? "The request was refused." : "Something went wrong on our side.";
        };
    }
}
