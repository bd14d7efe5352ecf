//! How large a picture may be that a browser makes pixels of.

/// The longest side of a canvas in Chromium and Firefox, in pixels.
const LONGEST: u32 = 16_384;
/// The most pixels of a canvas in Chromium.
const MOST: u64 = 268_435_456;
/// Two pixels for each of the picture's, as good screens have.
const SCALES: [u32; 2] = [2, 1];

/// How many pixels wide and high each of a picture's is drawn; nothing if there would be too many.
pub fn scale(width: u32, height: u32) -> Option<u32> {
    SCALES.into_iter().find(|scale| {
        let (wide, high) = (width.saturating_mul(*scale), height.saturating_mul(*scale));
        wide <= LONGEST && high <= LONGEST && u64::from(wide) * u64::from(high) <= MOST
    })
}

#[cfg(test)]
mod tests {
    use crate::view::picture::raster::scale;

    #[test]
    fn a_picture_is_drawn_as_sharp_as_the_canvas_allows_or_not_at_all() {
        assert_eq!(scale(800, 600), Some(2));
        assert_eq!(scale(8_192, 8_192), Some(2));
        assert_eq!(scale(8_193, 100), Some(1));
        assert_eq!(scale(16_384, 16_384), Some(1));
        assert_eq!(scale(16_385, 1), None);
        assert_eq!(scale(1, u32::MAX), None);
    }
}
