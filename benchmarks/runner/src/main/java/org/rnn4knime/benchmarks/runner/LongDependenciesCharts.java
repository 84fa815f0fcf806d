package org.rnn4knime.benchmarks.runner;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.rnn4knime.benchmarks.worker.Dependency;
import org.rnn4knime.benchmarks.worker.DependencyRun;

/** The picture of the page on long dependencies. */
final class LongDependenciesCharts {

    private static final int WIDTH = 700;

    private static final int HEIGHT = 380;

    private static final int COLUMNS = 2;

    private static final float THICK = 2.5f;

    /** Below, nobody sees a difference. */
    private static final double LEAST = 1e-12;

    private static final double MOST = 100;

    /** When the gradient is shown: at first, and when gates have opened that open. */
    private static final List<Integer> EPOCHS = List.of(1, 10);

    /** How a cell is drawn; told apart by colour-blind readers too (Okabe and Ito), and in grey by its dashes. */
    private static final Map<String, Look> LOOKS = Map.of(
            "ELMAN", new Look(new Color(213, 94, 0), SeriesLines.SOLID),
            "JORDAN", new Look(new Color(120, 120, 120), SeriesLines.DOT_DOT),
            "LSTM", new Look(new Color(0, 114, 178), SeriesLines.DASH_DASH),
            "GRU", new Look(new Color(0, 158, 115), SeriesLines.DASH_DOT));

    private record Look(Color color, BasicStroke line) {}

    private LongDependenciesCharts() {}

    static void write(final Path file, final List<DependencyRun> runs) throws IOException {
        final var groups = DependencyGroup.of(runs);
        final var charts = new ArrayList<Chart<?, ?>>();
        for (final var epoch : EPOCHS) {
            for (final var problem : Dependency.values()) {
                charts.add(reach(problem, epoch, groups));
            }
        }
        for (final var problem : Dependency.values()) {
            charts.add(solved(problem, groups));
        }
        BitmapEncoder.saveBitmap(charts, charts.size() / COLUMNS, COLUMNS, file.toString(), BitmapFormat.PNG);
    }

    /** Over the most steps, where the cells differ most. */
    private static XYChart reach(final Dependency problem, final int epoch, final List<DependencyGroup> groups) {
        final var steps = problem.steps().get(problem.steps().size() - 1);
        final var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Gradient after epoch " + epoch + ": " + Words.of(problem) + ", " + steps + " steps")
                .xAxisTitle("steps back from the end of the list")
                .yAxisTitle("part that is left")
                .build();
        style(chart.getStyler());
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(LEAST);
        chart.getStyler().setYAxisMax(MOST);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax((double) steps);
        for (final var group : groups) {
            if (group.problem() == problem && group.steps() == steps) {
                addReach(chart, group, epoch);
            }
        }
        return chart;
    }

    private static void addReach(final XYChart chart, final DependencyGroup group, final int epoch) {
        final var back = new ArrayList<Integer>();
        final var left = new ArrayList<Double>();
        // Where lists differ in length, the longest of those that were measured do too.
        final var steps = group.outcomes().stream()
                .mapToInt(outcome -> outcome.reach(epoch).norms().size())
                .min()
                .orElse(0);
        for (int step = 0; step < steps; step++) {
            final var at = step;
            final var median = group.median(outcome -> outcome.reach(epoch).left(at));
            if (median < LEAST) {
                break;
            }
            back.add(step);
            left.add(median);
        }
        final var look = LOOKS.get(group.cell());
        chart.addSeries(Words.cell(group.cell()), back, left)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(look.color)
                .setLineStyle(look.line)
                .setLineWidth(THICK);
    }

    private static CategoryChart solved(final Dependency problem, final List<DependencyGroup> groups) {
        final var chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Solved: " + Words.of(problem))
                .xAxisTitle("steps")
                .yAxisTitle("trainings of " + groups.get(0).outcomes().size())
                .build();
        style(chart.getStyler());
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setYAxisMax((double) groups.get(0).outcomes().size());
        chart.getStyler().setYAxisDecimalPattern("0");
        for (final var cell :
                groups.stream().map(DependencyGroup::cell).distinct().toList()) {
            final var shown = groups.stream()
                    .filter(group -> group.problem() == problem && group.cell().equals(cell))
                    .toList();
            chart.addSeries(
                            Words.cell(cell),
                            shown.stream()
                                    .map(group -> Integer.toString(group.steps()))
                                    .toList(),
                            shown.stream()
                                    .map(group -> group.outcomes().stream()
                                            .filter(DependencyOutcome::isSolved)
                                            .count())
                                    .toList())
                    .setFillColor(LOOKS.get(cell).color);
        }
        return chart;
    }

    private static void style(final AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendLayout(LegendLayout.Horizontal);
        styler.setLegendPosition(LegendPosition.OutsideS);
    }
}
