# R's package forecast: ets, auto.arima and thetaf, each fitted anew at each origin, with its own intervals.
#
#   Rscript forecast.R NAME DIRECTORY BUDGET ORIGINS
#
# DIRECTORY holds series.csv.gz; NAME.csv, NAME.times.csv and NAME.json are written there. BUDGET: seconds of processor time.
suppressPackageStartupMessages(library(forecast))
options(digits = 15)

LEVEL <- 90
models <- list(
  "r-ets" = function(y) forecast(ets(y), h = 1, level = LEVEL),
  "r-auto-arima" = function(y) forecast(auto.arima(y), h = 1, level = LEVEL),
  "r-theta" = function(y) thetaf(y, h = 1, level = LEVEL)
)

arguments <- commandArgs(trailingOnly = TRUE)
name <- arguments[1]
directory <- arguments[2]
budget <- as.numeric(arguments[3])
most <- as.integer(arguments[4])
model <- models[[name]]

spent <- function(since) {
  times <- unname(unclass(proc.time() - since))
  c(sum(times[c(1, 2, 4, 5)], na.rm = TRUE), times[3])
}

forecast_at <- function(values, k) {
  made <- suppressWarnings(model(ts(values[seq_len(k)])))
  figures <- c(as.numeric(made$mean)[1], as.numeric(made$lower)[1], as.numeric(made$upper)[1])
  if (!all(is.finite(figures))) stop("no finite forecast")
  pmax(0, figures)
}

# k is the origin_index: how many values are before the one that is forecast.
forecast_series <- function(values) {
  n <- length(values)
  origins <- seq(n - min(most, floor(0.3 * n)), n - 1)
  cbind(origins, t(vapply(origins, function(k) forecast_at(values, k), numeric(3))))
}

series <- read.csv(gzfile(file.path(directory, "series.csv.gz")), stringsAsFactors = FALSE)
names_in_order <- unique(series$series_id)
by_name <- split(series, factor(series$series_id, levels = names_in_order))
invisible(forecast_at(by_name[[1]]$value, nrow(by_name[[1]])))

forecasts <- list()
times <- list()
refused <- character(0)
begin <- proc.time()
for (id in names_in_order) {
  if (spent(begin)[1] > budget) break
  one <- by_name[[id]]
  since <- proc.time()
  made <- tryCatch(forecast_series(one$value), error = function(refusal) conditionMessage(refusal))
  if (is.character(made)) {
    refused[id] <- gsub('["\\\\\n]', " ", made)
    next
  }
  took <- spent(since)
  forecasts[[id]] <- data.frame(series_id = id, timestamp = one$timestamp[made[, 1] + 1], origin_index = made[, 1],
                                point = made[, 2], lower = made[, 3], upper = made[, 4])
  times[[id]] <- data.frame(series_id = id, forecasts = nrow(made), processor = took[1], elapsed = took[2])
}

path <- function(ending) file.path(directory, paste0(name, ending))
write.csv(do.call(rbind, forecasts), path(".csv"), row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, times), path(".times.csv"), row.names = FALSE, quote = FALSE)
version <- sprintf("R %s.%s, forecast %s", R.version$major, R.version$minor, packageVersion("forecast"))
refusals <- paste(sprintf('"%s": "%s"', names(refused), refused), collapse = ", ")
writeLines(sprintf('{"version": "%s", "refused": {%s}}', version, if (length(refused)) refusals else ""), path(".json"))
