package nl.meldspoor.cases.rest;

import jakarta.ws.rs.core.Response;
import nl.meldspoor.cases.store.StoreBusy;
import nl.meldspoor.cases.store.StoreUnavailable;
import nl.meldspoor.http.Problem;
import nl.meldspoor.http.ProblemException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 503 while the store cannot be asked, or has more to do than it takes on. The reason goes to the log only. */
class StoreProblems {

    private static final Logger LOG = Logger.getLogger(StoreProblems.class);

    @ServerExceptionMapper
    Response unavailable(StoreUnavailable e) {
        LOG.warnf("store cannot be asked reason=\"%s\"", e.getMessage());
        return response(ProblemException.unavailable(2));
    }

    @ServerExceptionMapper
    Response busy(StoreBusy e) {
        LOG.warnf("store is busy reason=\"%s\"", e.getMessage());
        return response(ProblemException.unavailable(1));
    }

    private static Response response(ProblemException answer) {
        var response = Response.status(503).type(Problem.MEDIA_TYPE).entity(answer.problem().toJson());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
