package nl.meldspoor.verifier;

import static nl.meldspoor.verifier.Proofs.CASE;
import static nl.meldspoor.verifier.Proofs.OTHER_CASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole chain is found whole; whatever was done to it is found and named. */
class ChainVerifiedTest {

    @TempDir
    Path folder;

    @Test
    void aChainThatNobodyTouchedIsWhole() {
        // when
        var verified = Verified.of(folder, Proofs.of(CASE, 5));

        // then
        assertThat(verified.answer("chain")).isEqualTo("YES");
        assertThat(verified.answer("head")).isEqualTo("UNKNOWN");
        assertThat(verified.answer("signed")).isEqualTo("UNKNOWN");
        assertThat(verified.answer("anchored")).isEqualTo("UNKNOWN");
        assertThat(verified.exitCode()).isZero();
    }

    @Test
    void itIsToldInPlainWordsWhatIsNotKnown() {
        var proof = Proofs.of(CASE, 2).toString();

        var dutch = Verified.of(folder, proof, "--language", "nl");
        var english = Verified.of(folder, proof, "--language", "en");

        assertThat(dutch.out()).contains("De keten is heel", "NIET verankerd", "Niet ondertekend");
        assertThat(english.out()).contains("The chain is whole", "NOT anchored", "Not signed");
    }

    @Test
    void anErasedCaseIsAsWholeAsAnyAndItIsSaid() {
        var proof = Proofs.of(CASE, 3);
        Proofs.append(proof, "CaseErased");

        var verified = Verified.of(folder, proof);

        assertThat(verified.answer("chain")).isEqualTo("YES");
        assertThat(verified.json().path("erasedAt").asInt()).isEqualTo(4);
    }

    static Stream<Arguments> tampering() {
        return Stream.of(
                tampered("a byte of a text changed", p -> link(p, 3).put("canonical", text(p, 3).replace("de-linde", "de-lande")), "TEXT_CHANGED 3"),
                tampered("a text changed and its hash with it", ChainVerifiedTest::rehashThird, "LINK_BROKEN 4"),
                tampered("the last event left out", p -> p.withArray("events").remove(4), "LENGTH_DIFFERS", "STATED_HEAD_DIFFERS"),
                tampered("an event in the middle left out", p -> p.withArray("events").remove(2), "EVENT_MISSING 4", "LINK_BROKEN 4", "LENGTH_DIFFERS"),
                tampered("the first event left out", p -> p.withArray("events").remove(0), "FIRST_FOLLOWS_ANOTHER 2", "EVENT_MISSING 2", "LENGTH_DIFFERS"),
                tampered("two events swapped", ChainVerifiedTest::swap, "OUT_OF_ORDER 3", "LINK_BROKEN 4"),
                tampered("the texts of two events swapped, with the hashes made right", ChainVerifiedTest::swapTexts, "NUMBER_DIFFERS 3", "NUMBER_DIFFERS 4"),
                tampered("a wrong previous hash", p -> link(p, 4).put("previousHash", "0".repeat(64)), "LINK_BROKEN 4", "TEXT_CHANGED 4"),
                tampered("an event twice", p -> p.withArray("events").insert(3, link(p, 3).deepCopy()), "EVENT_TWICE 3", "LENGTH_DIFFERS"),
                tampered("an event of another case", ChainVerifiedTest::ofAnotherCase, "OTHER_CASE 3"),
                tampered("a forged length", p -> p.put("length", 4), "LENGTH_DIFFERS"),
                tampered("a forged head", p -> p.put("head", "0".repeat(64)), "STATED_HEAD_DIFFERS"),
                tampered("no events at all", p -> p.putArray("events"), "NO_EVENTS", "LENGTH_DIFFERS"),
                tampered("a text written another way", ChainVerifiedTest::withASpace, "NOT_CANONICAL 3"));
    }

    private static Arguments tampered(String name, Consumer<ObjectNode> how, String... found) {
        return Arguments.of(name, how, List.of(found));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampering")
    void tamperingIsFoundAndNamed(String name, Consumer<ObjectNode> how, List<String> found) {
        // given
        var proof = Proofs.of(CASE, 5);
        how.accept(proof);

        // when
        var verified = Verified.of(folder, proof);

        // then
        assertThat(verified.answer("chain")).isEqualTo("NO");
        assertThat(verified.findings("chain")).containsAll(found);
        assertThat(verified.exitCode()).isEqualTo(1);
    }

    private static ObjectNode link(ObjectNode proof, int sequence) {
        return (ObjectNode) proof.withArray("events").get(sequence - 1);
    }

    private static String text(ObjectNode proof, int sequence) {
        return link(proof, sequence).path("canonical").asText();
    }

    private static void rehashThird(ObjectNode proof) {
        var third = link(proof, 3);
        third.put("canonical", text(proof, 3).replace("SignalRecorded", "SignalRepeated"));
        third.put("hash", nl.meldspoor.events.proof.HashChain.link(third.path("previousHash").asText(), third.path("canonical").asText()));
    }

    private static void swap(ObjectNode proof) {
        var third = proof.withArray("events").remove(2);
        proof.withArray("events").insert(3, third);
    }

    private static void swapTexts(ObjectNode proof) {
        var third = text(proof, 3);
        link(proof, 3).put("canonical", text(proof, 4));
        link(proof, 4).put("canonical", third);
        Proofs.rechained(proof);
    }

    private static void ofAnotherCase(ObjectNode proof) {
        link(proof, 3).put("canonical", Proofs.canonical(OTHER_CASE, 3, "SignalRecorded"));
        Proofs.rechained(proof);
    }

    private static void withASpace(ObjectNode proof) {
        link(proof, 3).put("canonical", text(proof, 3).replace(",", ", "));
        Proofs.rechained(proof);
    }

    @Test
    void theHeadThatWasKeptIsFoundAgainAlsoWhenTheCaseWentOn() {
        var proof = Proofs.of(CASE, 3);
        var kept = proof.path("head").asText();
        Proofs.append(proof, "SignalRecorded");

        assertThat(Verified.of(folder, Proofs.of(CASE, 3), "--head", kept).answer("head")).isEqualTo("YES");
        assertThat(Verified.of(folder, proof, "--head", kept).answer("head")).isEqualTo("YES");
        assertThat(Verified.of(folder, proof, "--head", kept).exitCode()).isZero();
    }

    @Test
    void aCaseThatWasTruncatedAndIsWholeInItselfDoesNotHaveTheHeadThatWasKept() {
        // given
        var kept = Proofs.of(CASE, 5).path("head").asText();

        // when
        var verified = Verified.of(folder, Proofs.of(CASE, 4), "--head", kept);

        // then
        assertThat(verified.answer("chain")).isEqualTo("YES");
        assertThat(verified.answer("head")).isEqualTo("NO");
        assertThat(verified.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "{}", "[]", "{\"caseId\":\"x\",\"caseId\":\"y\"}"})
    void whatIsNoProofCannotBeChecked(String content) {
        var verified = Verified.of(folder, content);

        assertThat(verified.exitCode()).isEqualTo(2);
        assertThat(verified.err()).isNotBlank();
    }

    @Test
    void aWrongOptionIsAnsweredWithTheUsage() {
        var verified = Verified.of(folder, "{}", "--heads", "x");

        assertThat(verified.exitCode()).isEqualTo(2);
        assertThat(verified.err()).contains("--head", "--key", "--checkpoint");
    }
}
