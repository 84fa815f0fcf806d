package org.rnn4knime.benchmarks.worker;

/**
 * What a table of very many rows takes.
 *
 * @param rows of the table
 * @param features numbers in a row, the target among them
 * @param windows that are learned from
 * @param batchSize windows a step of the optimizer
 * @param readMillis to take up all rows, which are made meanwhile
 * @param shapeMillis to find the sequences, windows and scales, and to encode
 * @param epochMillis to learn from all windows once
 * @param heapLimitMegabytes the heap that the process may have, at most
 * @param heapMegabytes what is still in use in the heap at the end of the epoch
 * @param residentMegabytes the most memory that the process ever had; 0 where the system does not tell
 */
public record LargeTableFigures(
        int rows,
        int features,
        int windows,
        int batchSize,
        long readMillis,
        long shapeMillis,
        long epochMillis,
        long heapLimitMegabytes,
        long heapMegabytes,
        long residentMegabytes) {}
