package nl.meldspoor.http;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Gives every exception that leaves a resource as a problem. Quarkus has mappers of its own for some classes, which answer
 * without a body or with HTML: those classes are named here one by one, because the closest class wins.
 */
@Priority(1)
class ProblemMappers {

    @Inject
    AllowedMethods allowed;

    @Inject
    @Any
    Instance<FailurePage> pages;

    @Inject
    CurrentVertxRequest request;

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        return response(e);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e, UriInfo uri, Request request) {
        return noSuchOperation(uri, request);
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e, UriInfo uri, Request request) {
        return noSuchOperation(uri, request);
    }

    /**
     * Quarkus says 404 or 405 by the class it looked in, also when the path is of two classes. A path that knows other methods is 405 and
     * names them, a path that knows none is 404.
     */
    private Response noSuchOperation(UriInfo uri, Request request) {
        var methods = allowed.of(uri.getRequestUri().getPath());
        if (methods.isEmpty() || methods.contains(request.getMethod())) {
            return response(new NotFoundException());
        }
        return Response.fromResponse(response(new NotAllowedException(String.join(", ", methods))))
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }

    @ServerExceptionMapper
    Response status(WebApplicationException e) {
        return response(e);
    }

    @ServerExceptionMapper
    Response mismatch(MismatchedInputException e) {
        return response(e);
    }

    @ServerExceptionMapper
    Response authentication(AuthenticationFailedException e) {
        return response(e);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e) {
        return response(e);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return response(e);
    }

    @ServerExceptionMapper
    Response anything(Throwable e) {
        return response(e);
    }

    private Response response(Throwable thrown) {
        var answer = Failures.answer(thrown);
        var page = pages.stream().findFirst().flatMap(p -> p.of(request.getCurrent(), answer.problem()));
        var response = Response.status(answer.problem().status())
                .type(page.isPresent() ? Answers.HTML : Problem.MEDIA_TYPE)
                .entity(page.orElseGet(answer.problem()::toJson));
        answer.headers().forEach(response::header);
        return response.build();
    }
}
