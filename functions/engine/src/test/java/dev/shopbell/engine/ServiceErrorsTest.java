package dev.shopbell.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shopbell.platform.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the two API references list as errors, by status and name, and what each of them asks the owner to do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceErrorsTest {

    private final RecordedService service = new RecordedService();

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationException, MISCONFIGURED, LexBotId",
        "403, AccessDeniedException, DENIED, lex:Ask",
        "403, UnrecognizedClientException, DENIED, lex:Ask",
        "404, ResourceNotFoundException, MISCONFIGURED, LexBotId",
        "408, ModelTimeoutException, TIMEOUT, quicker",
        "409, ConflictException, MISCONFIGURED, LexBotId",
        "424, DependencyFailedException, BROKEN, meanwhile",
        "424, ModelErrorException, BROKEN, meanwhile",
        "429, ThrottlingException, THROTTLED, SecondEngineShare",
        "429, ModelNotReadyException, THROTTLED, SecondEngineShare",
        "500, InternalServerException, BROKEN, meanwhile",
        "502, BadGatewayException, BROKEN, meanwhile",
        "503, ServiceUnavailableException, BROKEN, meanwhile",
    })
    void each_error_is_of_a_kind_and_says_how_to_mend_it(
            int status, String type, EngineTrouble.Kind kind, String mend) {
        service.fails(status, type + ":http://internal.amazon.com/coral/");

        assertThatThrownBy(() -> service.as("lex").ask(service.url(), Json.object()))
                .isInstanceOfSatisfying(
                        EngineTrouble.class, e -> assertThat(e.kind()).isEqualTo(kind))
                .hasMessageContaining(status + " " + type)
                .hasMessageContaining(mend);
        assertThat(service.requests())
                .as("a customer waits: nothing is tried twice")
                .isEqualTo(1);
    }

    @Test
    void no_answer_in_time_is_a_timeout() {
        service.staysSilent();

        assertThatThrownBy(() -> service.as("lex").ask(service.url(), Json.object()))
                .isInstanceOfSatisfying(
                        EngineTrouble.class, e -> assertThat(e.kind()).isEqualTo(EngineTrouble.Kind.TIMEOUT))
                .hasMessageContaining("SecondEngineMillis");
    }

    @Test
    void nobody_there_is_broken() {
        var gone = service.url();
        service.close();

        assertThatThrownBy(() -> service.as("lex").ask(gone, Json.object()))
                .isInstanceOfSatisfying(
                        EngineTrouble.class, e -> assertThat(e.kind()).isEqualTo(EngineTrouble.Kind.BROKEN));
    }
}
