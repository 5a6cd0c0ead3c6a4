package nl.meldspoor.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures, and prints one table. */
public final class Bench {

    private Bench() {}

    /** Ends with 0 when everything could be measured, also when goals are missed; 2 when the call is not understood. */
    public static void main(String[] words) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%5$s%n");
        try {
            run(Options.read(words));
        } catch (Options.NotUnderstood e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static void run(Options options) {
        System.out.println("Machine   " + Machine.told());
        System.out.printf(
                "Settings  %d run(s), %d s each, %d clients, load generator and databases on the same machine; fsync, full_page_writes"
                        + " and synchronous_commit on; durable inserts by %s%n",
                options.runs(), options.each().toSeconds(), options.clients(), Inserts.means());
        var figures = new ArrayList<Figure>();
        try (var running = new Running(options.statements())) {
            var recording = new Recording(running, options);
            for (var group : options.groups()) {
                var measured =
                        switch (group) {
                            case RECORDING -> measured(group, recording::figures);
                            case CHAIN -> measured(group, new Chain(running, options, recording)::figures);
                            case READING -> measured(group, new Reading(running, options)::figures);
                            case LISTS -> measured(group, new Lists(running, options)::figures);
                            case DEADLINES -> measured(group, new Deadlines(running, options)::figures);
                        };
                figures.addAll(measured);
            }
        }
        System.out.println();
        System.out.println(Table.of(figures));
        System.exit(0);
    }

    private interface Measuring {
        List<Figure> figures() throws Exception;
    }

    private static List<Figure> measured(Options.Group group, Measuring measuring) {
        say("measures " + group.name().toLowerCase(java.util.Locale.ROOT));
        try {
            return measuring.figures();
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(Figure.missing(group.name().toLowerCase(java.util.Locale.ROOT), String.valueOf(e.getMessage())));
        }
    }

    /** Progress, on standard error: standard output is the table. */
    static void say(String what) {
        System.err.println(java.time.LocalTime.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + "  " + what);
    }
}
