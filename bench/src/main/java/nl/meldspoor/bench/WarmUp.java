package nl.meldspoor.bench;

import java.util.function.DoubleSupplier;

/** Caches must be filled, plans made and code compiled before something is measured. */
final class WarmUp {

    private static final int AT_MOST = 8;
    private static final double SETTLED = 0.95;

    private WarmUp() {}

    /** Does it again until it costs what it cost before. */
    static void untilSettled(DoubleSupplier cost) {
        var last = Double.MAX_VALUE;
        for (var i = 0; i < AT_MOST; i++) {
            var before = last;
            last = cost.getAsDouble();
            if (last > before * SETTLED) {
                return;
            }
        }
    }
}
