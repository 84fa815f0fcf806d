package org.rnn4knime.engine.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemMemoryTest {

    @TempDir
    private Path root;

    private void write(final String file, final String text) throws IOException {
        final var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void writeMemory() throws IOException {
        write("proc/meminfo", "MemTotal:       16000 kB\nMemFree:          100 kB\nMemAvailable:    8000 kB\n");
    }

    @Test
    void linuxTellsWhatIsAvailable() throws IOException {
        writeMemory();
        assertEquals(OptionalLong.of(8000 * 1024), SystemMemory.ofLinux(root));
    }

    @Test
    void theLimitOfAGroupCountsIfItLeavesLess() throws IOException {
        writeMemory();
        write("proc/self/cgroup", "0::/work/knime\n");
        write("sys/fs/cgroup/work/knime/memory.max", "5000000\n");
        write("sys/fs/cgroup/work/knime/memory.current", "3000000\n");
        write("sys/fs/cgroup/work/knime/memory.stat", "anon 1000\ninactive_file 400000\nactive_file 7\n");
        assertEquals(OptionalLong.of(2_400_000), SystemMemory.ofLinux(root));
    }

    @Test
    void soDoesTheLimitOfAGroupAroundIt() throws IOException {
        writeMemory();
        write("proc/self/cgroup", "0::/work/knime\n");
        write("sys/fs/cgroup/work/knime/memory.max", "max\n");
        write("sys/fs/cgroup/work/knime/memory.current", "3000000\n");
        write("sys/fs/cgroup/work/memory.max", "4000000\n");
        write("sys/fs/cgroup/work/memory.current", "3900000\n");
        assertEquals(OptionalLong.of(100_000), SystemMemory.ofLinux(root));
    }

    @Test
    void soDoesTheLimitOfAContainerThatDoesNotSeeItsOwnPath() throws IOException {
        writeMemory();
        write("proc/self/cgroup", "5:cpu,memory:/docker/1234\n3:cpuset:/\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1000000\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1200000\n");
        assertEquals(OptionalLong.of(0), SystemMemory.ofLinux(root));
    }

    @Test
    void aLimitThatIsNoneLeavesWhatThereIs() throws IOException {
        writeMemory();
        write("proc/self/cgroup", "4:memory:/\nodd line\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1000\n");
        assertEquals(OptionalLong.of(8000 * 1024), SystemMemory.ofLinux(root));
    }

    @Test
    void withoutAnyFileNothingIsKnown() {
        assertEquals(OptionalLong.empty(), SystemMemory.ofLinux(root));
    }

    @Test
    void javaTellsWhatThereIsOnOtherSystems() {
        final var all = SystemMemory.asked("getTotalMemorySize").orElseThrow();
        assertTrue(SystemMemory.asked("getFreeMemorySize").orElseThrow() <= all);
        assertEquals(OptionalLong.empty(), SystemMemory.asked("getMemoryOfTheMoon"));
    }

    @Test
    void thisComputerHasSomeLeft() {
        assertTrue(SystemMemory.available().orElseThrow() > 1 << 20);
    }
}
