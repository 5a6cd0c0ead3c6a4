package nl.meldspoor.notifications.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller's settings, as they are sent and answered. */
@Schema(name = "NotificationSettings")
public record SettingsView(
        @Schema(enumeration = {"nl", "en"}) String language,
        @Schema(nullable = true, description = "Between these, Dutch time, only what is urgent is mailed") QuietHours quietHours,
        @Schema(nullable = true, example = "08:00", description = "What is not urgent is mailed once a day, at this Dutch time; null: at once")
                String digestAt,
        Email email) {

    @Schema(name = "QuietHours")
    public record QuietHours(@Schema(example = "22:00") String from, @Schema(example = "07:00") String until) {}

    /** @param available whether this Meldspoor sends mail at all */
    @Schema(name = "EmailSettings")
    public record Email(boolean enabled, @Schema(nullable = true) String address, @Schema(readOnly = true) boolean available) {}
}
