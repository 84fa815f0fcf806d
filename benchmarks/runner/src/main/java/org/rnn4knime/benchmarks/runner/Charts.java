package org.rnn4knime.benchmarks.runner;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.rnn4knime.benchmarks.worker.Cell;
import org.rnn4knime.benchmarks.worker.Phase;
import org.rnn4knime.benchmarks.worker.Shape;

/** The picture of a run. */
final class Charts {

    private static final int WIDTH = 700;

    private static final int HEIGHT = 420;

    private static final int COLUMNS = 2;

    private static final double FULL = 1.1;

    private static final double MICROS_A_MILLI = 1000;

    /** Told apart by colour-blind readers too (Okabe and Ito). */
    private static final Color[] COLORS = {
        new Color(0, 114, 178), new Color(230, 159, 0), new Color(0, 158, 115), new Color(120, 120, 120)
    };

    private Charts() {}

    /** Whether there was anything to draw. */
    static boolean write(final Path file, final Results results) throws IOException {
        final var charts = new ArrayList<CategoryChart>();
        for (final var phase : Phase.values()) {
            charts.add(ratios(phase, results.main()));
        }
        if (!results.sweeps().isEmpty()) {
            final var cell = Words.of(results.sweeps().get(0).task().cell());
            charts.add(sweep(
                    new Sweep(results.sweeps(), Agenda.bySteps()),
                    cell + " training, batch 32, units 64: µs for each step",
                    "steps of the sequence",
                    Shape::steps,
                    figure -> MICROS_A_MILLI / figure.task().shape().steps()));
            charts.add(sweep(
                    new Sweep(results.sweeps(), Agenda.byBatch()),
                    cell + " training, 100 steps, units 64: ms",
                    "batch",
                    Shape::batch,
                    figure -> 1));
            charts.add(sweep(
                    new Sweep(results.sweeps(), Agenda.byUnits()),
                    cell + " training, batch 32, 100 steps: ms",
                    "units",
                    Shape::units,
                    figure -> 1));
            charts.add(speedUps(results.main()));
        }
        // A library that took no part leaves nothing to draw.
        charts.removeIf(chart -> chart.getSeriesMap().isEmpty());
        if (charts.isEmpty()) {
            return false;
        }
        final var rows = (charts.size() + COLUMNS - 1) / COLUMNS;
        BitmapEncoder.saveBitmap(charts, rows, COLUMNS, file.toString(), BitmapFormat.PNG);
        return true;
    }

    private static CategoryChart ratios(final Phase phase, final List<Figure> figures) {
        final var threads = figures.stream()
                .mapToInt(figure -> figure.task().threads())
                .min()
                .orElse(1);
        final var chart = categories(
                "Our time over libtorch's: " + Words.of(phase) + ", " + Words.threads(threads),
                "below 1: ours is faster");
        // The line at 1 must be in sight.
        chart.getStyler()
                .setYAxisMax(figures.stream()
                        .flatMapToDouble(figure -> figure.ratio(Library.OURS, Library.LIBTORCH).stream())
                        .reduce(FULL, Math::max));
        chart.addAnnotation(new AnnotationLine(1, false, false));
        for (final var cell : Cell.values()) {
            final var shown = figures.stream()
                    .filter(figure -> figure.task().phase() == phase)
                    .filter(figure -> figure.task().cell() == cell)
                    .filter(figure -> figure.task().threads() == threads)
                    .filter(figure ->
                            figure.ratio(Library.OURS, Library.LIBTORCH).isPresent())
                    .toList();
            if (!shown.isEmpty()) {
                chart.addSeries(
                        Words.of(cell),
                        shown.stream()
                                .map(figure -> figure.task().shape().toString())
                                .toList(),
                        shown.stream()
                                .map(figure -> figure.ratio(Library.OURS, Library.LIBTORCH)
                                        .getAsDouble())
                                .toList());
            }
        }
        return chart;
    }

    private static CategoryChart speedUps(final List<Figure> figures) {
        final var chart = categories("Training of an LSTM: 1 thread over 2 threads", "times faster");
        for (final var library : List.of(Library.OURS, Library.LIBTORCH)) {
            final var shapes = new ArrayList<String>();
            final var times = new ArrayList<Double>();
            for (final var figure : figures) {
                final var task = figure.task();
                if (task.phase() == Phase.TRAINING && task.cell() == Cell.LSTM && task.threads() == 2) {
                    Tables.alone(figure, figures).ifPresent(alone -> Tables.speedUp(figure, alone, library)
                            .ifPresent(faster -> {
                                shapes.add(task.shape().toString());
                                times.add(faster);
                            }));
                }
            }
            if (!shapes.isEmpty()) {
                chart.addSeries(library.title(), shapes, times);
            }
        }
        return chart;
    }

    private static CategoryChart categories(final String title, final String yAxis) {
        final var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("batch,steps,features,units")
                .yAxisTitle(yAxis)
                .build();
        style(chart.getStyler());
        return chart;
    }

    private static CategoryChart sweep(
            final Sweep sweep,
            final String title,
            final String xAxis,
            final ToIntFunction<Shape> size,
            final ToDoubleFunction<Figure> scale) {
        final var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xAxis)
                .build();
        style(chart.getStyler());
        chart.getStyler().setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Line);
        // Else each library has a place of its own beside the others.
        chart.getStyler().setOverlapped(true);
        chart.getStyler().setYAxisLogarithmic(true);
        for (final var library : Library.values()) {
            final var shown = sweep.of(Phase.TRAINING).stream()
                    .filter(figure -> figure.millis(library).isPresent())
                    .toList();
            if (!shown.isEmpty()) {
                chart.addSeries(
                        library.title(),
                        shown.stream()
                                .map(figure -> Integer.toString(
                                        size.applyAsInt(figure.task().shape())))
                                .toList(),
                        shown.stream()
                                .map(figure -> figure.millis(library).getAsDouble() * scale.applyAsDouble(figure))
                                .toList());
            }
        }
        return chart;
    }

    private static void style(final AxesChartStyler styler) {
        styler.setSeriesColors(COLORS);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendPosition(LegendPosition.OutsideS);
    }
}
