//! A line chart in characters.

/// Draws shares (0–1) from left to right, `rows` high, with the level of
/// `line` marked. Each point takes `step` columns.
pub fn line_chart(shares: &[f64], line: f64, rows: usize, step: usize) -> Vec<String> {
    let rows = rows.max(2);
    let all = shares.iter().chain([&line]);
    let (low, high) = all.fold((1.0f64, 0.0f64), |(l, h), s| (l.min(*s), h.max(*s)));
    // Whole tenths around the values, never less than three of them.
    let low = ((low * 10.0).floor() / 10.0).clamp(0.0, 0.7);
    let high = ((high * 10.0).ceil() / 10.0).clamp(low + 0.3, 1.0);
    let row = |share: f64| {
        let up = (share - low) / (high - low) * (rows - 1) as f64;
        rows - 1 - (up.round() as usize).min(rows - 1)
    };
    let width = shares.len().saturating_sub(1) * step + 1;
    let mut grid = vec![vec![' '; width]; rows];
    for cell in &mut grid[row(line)] {
        *cell = '┄';
    }
    for (i, pair) in shares.windows(2).enumerate() {
        let (from, to) = (row(pair[0]), row(pair[1]));
        // Level for half of the step, then to the next level and on.
        let turn = i * step + step / 2;
        grid[from][i * step..turn].fill('─');
        grid[to][turn..(i + 1) * step].fill('─');
        if from != to {
            let (top, bottom) = (from.min(to), from.max(to));
            for cells in &mut grid[top + 1..bottom] {
                cells[turn] = '│';
            }
            grid[from][turn] = if from > to { '╯' } else { '╮' };
            grid[to][turn] = if from > to { '╭' } else { '╰' };
        }
    }
    for (i, share) in shares.iter().enumerate() {
        grid[row(*share)][i * step] = '●';
    }
    let label = |r: usize| {
        let share = high - (high - low) * r as f64 / (rows - 1) as f64;
        format!("{:>3.0} % ", share * 100.0)
    };
    let drawn = grid.into_iter().enumerate().map(|(r, cells)| {
        let axis = if r % 2 == 0 { label(r) } else { " ".repeat(6) };
        let cells: String = cells.into_iter().collect();
        format!("{axis}│{}", cells.trim_end())
    });
    drawn.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_up_and_down_past_the_mark() {
        let chart = line_chart(&[0.4, 0.6, 0.8], 0.7, 5, 4).join("\n");
        insta::assert_snapshot!(chart, @r"
 80 % │      ╭─●
      │┄┄┄┄┄┄│┄┄
 60 % │  ╭─●─╯
      │  │
 40 % │●─╯
");
    }

    #[test]
    fn one_point_and_none_are_drawn_too() {
        assert_eq!(line_chart(&[0.5], 0.71, 4, 5).len(), 4);
        assert_eq!(line_chart(&[], 0.71, 4, 5).len(), 4);
        for share in [0.0, 1.0] {
            let chart = line_chart(&[share, 1.0 - share], 0.71, 6, 5).join("");
            assert_eq!(chart.matches('●').count(), 2);
        }
    }
}
