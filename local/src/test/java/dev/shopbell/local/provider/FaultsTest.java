package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsTest {
    private static final Faults.Fault BUSY = new Faults.Fault(Faults.Mode.STATUS, 429, "");

    private final Faults faults = new Faults();

    @Test
    void last_as_many_sends_as_were_asked_for() {
        faults.plan("sms", BUSY, 2);
        assertThat(faults.next("sms", any -> true)).contains(BUSY);
        assertThat(faults.next("sms", any -> true)).contains(BUSY);
        assertThat(faults.next("sms", any -> true)).isEmpty();
    }

    @Test
    void meet_only_the_channel_they_are_meant_for() {
        faults.plan("sms", BUSY, 1);
        assertThat(faults.next("whatsapp", any -> true)).isEmpty();
        assertThat(faults.next("sms", any -> true)).contains(BUSY);
    }

    @Test
    void meet_any_channel_if_none_is_named() {
        faults.plan("", BUSY, 1);
        assertThat(faults.next("messenger", any -> true)).contains(BUSY);
    }

    @Test
    void wait_for_a_send_that_they_can_happen_to() {
        faults.plan("sms", BUSY, 1);
        assertThat(faults.next("sms", any -> false)).isEmpty();
        assertThat(faults.next("sms", any -> true)).contains(BUSY);
    }

    @Test
    void are_named_as_people_write_them() {
        assertThat(Faults.Mode.named("drop-after-accept")).contains(Faults.Mode.DROP_AFTER_ACCEPT);
        assertThat(Faults.Mode.named("explode")).isEmpty();
    }
}
