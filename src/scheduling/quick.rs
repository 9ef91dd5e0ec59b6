//! `exp` and `ln` in single precision that the compiler turns into vector code.
//!
//! The ensemble steps 64 settings for every card looked at; the library's
//! functions are calls, one number at a time, and were nine tenths of the
//! planner's time. These are the classic Cephes polynomials without branches,
//! right to about 2e-7 of the value within the ranges that memory needs.

/// e to the power of x, for |x| ≤ 80.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    // Adding and taking away 1.5·2²³ rounds to the nearest whole number.
    const ROUND: f32 = 12_582_912.0;
    let x = x.clamp(-80.0, 80.0);
    let n = (x * std::f32::consts::LOG2_E + ROUND) - ROUND;
    let r = x - n * 0.693_359_4;
    let r = r + n * 2.121_944_4e-4;
    let p = 1.987_569_1e-4f32;
    let p = p * r + 1.398_199_9e-3;
    let p = p * r + 8.333_452e-3;
    let p = p * r + 4.166_579_6e-2;
    let p = p * r + 1.666_666_5e-1;
    let p = p * r + 0.5;
    let y = p * r * r + r + 1.0;
    let bits = ((n + ROUND).to_bits().wrapping_add(127)) << 23;
    y * f32::from_bits(bits)
}

/// Natural logarithm of a positive, normal x.
#[inline(always)]
pub(crate) fn ln(x: f32) -> f32 {
    const SQRT_HALF: u32 = 0x3f35_04f3;
    let bits = x.to_bits().wrapping_sub(SQRT_HALF);
    let e = (bits as i32) >> 23;
    let m = f32::from_bits((bits & 0x007f_ffff).wrapping_add(SQRT_HALF)) - 1.0;
    let e = e as f32;
    let z = m * m;
    let p = 7.037_684e-2f32;
    let p = p * m - 1.151_461e-1;
    let p = p * m + 1.167_699_9e-1;
    let p = p * m - 1.242_014_1e-1;
    let p = p * m + 1.424_932_3e-1;
    let p = p * m - 1.666_805_8e-1;
    let p = p * m + 2.000_071_5e-1;
    let p = p * m - 2.499_999_4e-1;
    let p = p * m + 3.333_333e-1;
    let y = m * z * p + e * -2.121_944_4e-4 - 0.5 * z;
    m + y + e * 0.693_359_4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_library() {
        for i in -6000..6000 {
            let x = i as f32 * 0.01 + 0.003;
            let want = x.exp();
            assert!((exp(x) / want - 1.0).abs() < 4e-7, "exp {x}");
            let y = (i as f32 * 0.002).exp();
            assert!(
                (ln(y) - y.ln()).abs() < 3e-7 * y.ln().abs().max(1.0),
                "ln {y}"
            );
        }
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(ln(1.0), 0.0);
    }
}
