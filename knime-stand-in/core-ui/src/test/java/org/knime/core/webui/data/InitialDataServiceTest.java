package org.knime.core.webui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InitialDataServiceTest {

    record Epoch(int number, List<Double> losses, Optional<Double> best) {}

    @Test
    void givesTheDataAsJson() {
        final var service = InitialDataService.builder(() -> new Epoch(1, List.of(0.5), Optional.empty()))
                .build();
        assertEquals("{\"result\":{\"number\":1,\"losses\":[0.5],\"best\":null}}", service.getInitialData());
    }

    @Test
    void leavesTheFormToTheSerializer() {
        final var service = InitialDataService.builder(() -> new Epoch(1, List.of(), Optional.of(0.5)))
                .serializer(epoch -> "epoch " + epoch.number())
                .build();
        assertEquals("{\"result\":\"epoch 1\"}", service.getInitialData());
    }

    @Test
    void tellsThePageWhatWentWrong() {
        final var service = InitialDataService.builder(() -> {
                    throw new IllegalStateException("No data.");
                })
                .build();
        assertEquals(
                "{\"internalError\":{\"message\":\"No data.\",\"typeName\":\"java.lang.IllegalStateException\"}}",
                service.getInitialData());
    }
}
