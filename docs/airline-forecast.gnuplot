# Draws docs/airline-forecast.png from the results of the workflow airline-forecast:
#   ./run-workflow test-workflows/airline-forecast && gnuplot docs/airline-forecast.gnuplot
history = "test-workflows/airline-forecast/data/airline_passengers.csv"
forecast = "target/runs/airline-forecast/data/forecast.csv"

set terminal pngcairo size 1000,420 font "Sans,11"
set output "docs/airline-forecast.png"
set datafile separator ","
set timefmt "%Y-%m"
set xdata time
set format x "%b %Y"
set xrange ["1957-12":"1961-01"]
set yrange [250:680]
set ylabel "Airline passengers a month (thousands)"
set key top left reverse Left
set grid ytics linecolor rgb "#dddddd"
set arrow from "1960-01", graph 0 to "1960-01", graph 1 nohead dashtype 3 linecolor rgb "#888888"
set label "never seen in training" at "1960-01", graph 0.06 offset 1,0 textcolor rgb "#666666"

year = 365 * 24 * 3600
month(column) = strptime("%Y-%m", strcol(column))
plot history using 1:2 skip 1 with lines linewidth 2 linecolor rgb "#444444" title "Truth", \
     history using (month(1)>=strptime("%Y-%m", "1959-01") && month(1)<strptime("%Y-%m", "1960-01") ? month(1)+year : NaN):2 skip 1 \
         with lines linewidth 1.5 dashtype 2 linecolor rgb "#c07020" title "Seasonal naive forecast: the same month last year", \
     forecast using 1:3 skip 1 with linespoints pointtype 7 pointsize 0.9 linewidth 2 linecolor rgb "#1f6fb4" title "Forecast of the LSTM"
