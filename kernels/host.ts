// Functions of JavaScript: the last bit of an exponential or a logarithm is not the same everywhere, and the twins take theirs from there.
export declare function exp(x: f64): f64;
export declare function log1p(x: f64): f64;
