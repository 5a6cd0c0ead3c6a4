package nl.meldspoor.cases.rest.description;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Names of schemas: those of the records, in PascalCase as linters read it (IGJReportFiled is IgjReportFiled). */
final class SchemaNames {

    private static final String COMPONENTS = "#/components/schemas/";

    private SchemaNames() {}

    static String of(Class<?> type) {
        var name = type.getSimpleName();
        var pascal = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var runsOn = i > 0
                    && Character.isUpperCase(name.charAt(i - 1))
                    && (i + 1 == name.length() || Character.isUpperCase(name.charAt(i + 1)));
            pascal.append(runsOn ? Character.toLowerCase(name.charAt(i)) : name.charAt(i));
        }
        return pascal.toString();
    }

    static Schema ref(String name) {
        return OASFactory.createSchema().ref(COMPONENTS + name);
    }
}
