package nl.meldspoor.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a run.
 *
 * @param groups what is measured
 * @param runs how often; the table shows medians
 * @param each how long one measurement of a run takes
 * @param deadlines rows of the list of deadlines
 * @param cases cases of the overview
 * @param clients at the same time
 * @param statements whether to tell what the dearest statements of the chain cost
 */
record Options(Set<Group> groups, int runs, Duration each, int deadlines, int cases, int clients, boolean statements) {

    /** What is measured together. */
    enum Group {
        RECORDING,
        CHAIN,
        READING,
        LISTS,
        DEADLINES
    }

    /** A call that cannot be understood; says how it goes. */
    static final class NotUnderstood extends RuntimeException {
        NotUnderstood(String what) {
            super(what + "\n" + USAGE, null, false, false);
        }
    }

    static final String USAGE =
            """
            ./meldspoor bench [--short] [--only recording,chain,reading,lists,deadlines] [--runs N] [--seconds N]
                              [--deadlines N] [--cases N] [--clients N] [--statements]""";

    private static final Options LONG = new Options(EnumSet.allOf(Group.class), 3, Duration.ofSeconds(15), 1_000_000, 100_000, 64, false);
    private static final Options SHORT = new Options(EnumSet.allOf(Group.class), 1, Duration.ofSeconds(5), 100_000, 20_000, 64, false);

    /** Reads the command line; the long form unless it says otherwise. */
    static Options read(String... words) {
        var options = Arrays.asList(words).contains("--short") ? SHORT : LONG;
        for (var i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--short" -> {}
                case "--only" -> options = options.only(groups(value(words, ++i)));
                case "--runs" -> options = options.runs(number(words, ++i, 100));
                case "--seconds" -> options = options.seconds(number(words, ++i, 3_600));
                case "--deadlines" -> options = options.deadlines(number(words, ++i, 10_000_000));
                case "--cases" -> options = options.cases(number(words, ++i, 10_000_000));
                case "--statements" -> options = options.tellingStatements();
                case "--clients" -> options = options.clients(number(words, ++i, 1_000));
                default -> throw new NotUnderstood("The benchmark does not know \"" + words[i] + "\".");
            }
        }
        return options;
    }

    private static String value(String[] words, int i) {
        if (i >= words.length) {
            throw new NotUnderstood(words[i - 1] + " needs a value.");
        }
        return words[i];
    }

    private static int number(String[] words, int i, int most) {
        var value = value(words, i);
        if (!value.matches("[1-9][0-9]{0,8}") || Integer.parseInt(value) > most) {
            throw new NotUnderstood(words[i - 1] + " needs a number from 1 to " + most + ", not \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    private static Set<Group> groups(String names) {
        try {
            return Arrays.stream(names.split(","))
                    .map(name -> Group.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Group.class)));
        } catch (IllegalArgumentException e) {
            throw new NotUnderstood("--only knows recording, chain, reading, lists and deadlines, not \"" + names + "\".");
        }
    }

    private Options only(Set<Group> wanted) {
        return new Options(wanted, runs, each, deadlines, cases, clients, statements);
    }

    private Options runs(int wanted) {
        return new Options(groups, wanted, each, deadlines, cases, clients, statements);
    }

    private Options seconds(int wanted) {
        return new Options(groups, runs, Duration.ofSeconds(wanted), deadlines, cases, clients, statements);
    }

    private Options deadlines(int wanted) {
        return new Options(groups, runs, each, wanted, cases, clients, statements);
    }

    private Options cases(int wanted) {
        return new Options(groups, runs, each, deadlines, wanted, clients, statements);
    }

    private Options clients(int wanted) {
        return new Options(groups, runs, each, deadlines, cases, wanted, statements);
    }

    private Options tellingStatements() {
        return new Options(groups, runs, each, deadlines, cases, clients, true);
    }
}
