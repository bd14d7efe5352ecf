//! Any of the encodings JSON is met in, to UTF-8.
