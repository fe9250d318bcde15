# The univariate step alone: eight fits by fGarch.
univariate <- function(x) {
  fits <- apply(x, 2, function(r) {
    fit <- fGarch::garchFit(~ garch(1, 1), data = r, trace = FALSE)
    -fit@fit$llh
  })
  c(NA, NA, sum(fits))
}
