package nl.meldspoor.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods a path knows, for {@code Allow}: RFC 9110 asks for it with every 405 and Quarkus leaves it out. */
@ApplicationScoped
class AllowedMethods {

    private record Operation(Pattern path, String method) {}

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*([^{}]+))?\\}");

    private volatile List<Operation> operations;

    @Inject
    BeanManager beans;

    /** The methods of a path; empty when it knows none. */
    SortedSet<String> of(String path) {
        SortedSet<String> methods = new TreeSet<>();
        for (var operation : operations()) {
            if (operation.path().matcher(path).matches()) {
                methods.add(operation.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    private List<Operation> operations() {
        if (operations == null) {
            operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .map(bean -> bean.getBeanClass())
                    .distinct()
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(AllowedMethods::operationsOf)
                    .toList();
        }
        return operations;
    }

    private static Stream<Operation> operationsOf(Class<?> resource) {
        var base = resource.getAnnotation(Path.class).value();
        var found = new ArrayList<Operation>();
        for (var method : resource.getDeclaredMethods()) {
            var below = method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(java.util.Objects::nonNull)
                    .forEach(verb -> found.add(new Operation(pattern(base, below), verb.value())));
        }
        return found.stream();
    }

    private static Pattern pattern(String base, String below) {
        var template = ("/" + base + "/" + below).replaceAll("/+", "/").replaceAll("/$", "");
        var regex = new StringBuilder();
        var variables = VARIABLE.matcher(template);
        var from = 0;
        while (variables.find()) {
            regex.append(Pattern.quote(template.substring(from, variables.start())));
            regex.append(variables.group(1) == null ? "[^/]+" : "(?:" + variables.group(1).strip() + ")");
            from = variables.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(template.substring(from))).toString());
    }
}
