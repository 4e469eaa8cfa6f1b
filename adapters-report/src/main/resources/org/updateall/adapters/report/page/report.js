// Lets the charts of histories be zoomed and read value by value, and chooses the colours. The page says the same without
// it: each chart stands in the page as a picture, which stays for readers of screens and for paper.
(() => {
  "use strict";

  const root = document.documentElement;
  const zone = knownZone(JSON.parse(document.getElementById("settings").textContent).zone);
  const plots = [];

  /** The zone if this browser knows it, else UTC. */
  function knownZone(name) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      return name;
    } catch {
      return "UTC";
    }
  }

  // ---- How figures are written: as in the tables of the page ----

  const SIZES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

  function two(great, greatUnit, small, smallUnit) {
    return small === 0 ? `${great} ${greatUnit}` : `${great} ${greatUnit} ${small} ${smallUnit}`;
  }

  function seconds(value) {
    if (value < 9.95) {
      return `${value.toFixed(1)} s`;
    }
    const whole = Math.round(value);
    if (whole < 60) {
      return `${whole} s`;
    }
    if (whole < 3600) {
      return two(Math.floor(whole / 60), "min", whole % 60, "s");
    }
    const minutes = Math.round(value / 60);
    if (minutes < 1440) {
      return two(Math.floor(minutes / 60), "h", minutes % 60, "min");
    }
    const hours = Math.round(value / 3600);
    return two(Math.floor(hours / 24), "d", hours % 24, "h");
  }

  function bytes(value) {
    let size = 0;
    while (value >= 1023.5 && size < SIZES.length - 1) {
      value /= 1024;
      size++;
    }
    return `${value.toFixed(size > 0 && value < 9.95 ? 1 : 0)} ${SIZES[size]}`;
  }

  const UNITS = {
    seconds: {
      text: seconds,
      steps: [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800],
    },
    bytes: { text: bytes, steps: Array.from({ length: 60 }, (_, power) => 2 ** power) },
  };

  const minute = new Intl.DateTimeFormat("sv", { timeZone: zone, dateStyle: "short", timeStyle: "short" });

  // ---- From the data of a chart to the columns of uPlot ----

  const GROUPS = { b: "foretold", a: "said afterwards", f: "to come" };

  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** The values of a packed text: two characters each, steps between the logarithms of the ends of a scale. */
  function unpacked(text, [low, high]) {
    const digit = (place) => ALPHABET.indexOf(text[place]);
    return Array.from({ length: text.length / 2 }, (_, i) => {
      const code = 64 * digit(2 * i) + digit(2 * i + 1);
      return code === 0 ? 0 : low * (high / low) ** ((code - 1) / 4094);
    });
  }

  const dataIn = (figure) => JSON.parse(figure.querySelector("script").textContent);

  /** What a figure is about; its times may stand with a chart before it. */
  function dataOf(figure) {
    const data = dataIn(figure);
    const section = [...figure.closest("section").querySelectorAll("figure.history")];
    for (let place = section.indexOf(figure); !data.times; place--) {
      data.times = dataIn(section[place]).times;
    }
    for (const name of ["values", "wide", "half"]) {
      data[name] = unpacked(data[name], data.scale);
    }
    return data;
  }

  /** A letter for each run, from letters and how often each comes in turn. */
  const lettersOf = (kinds) => kinds.replace(/(\D)(\d+)/g, (_, letter, count) => letter.repeat(Number(count)));

  /** The runs of a chart, each with its ranges, if it has any. */
  function runsOf(data) {
    let time = 0;
    let ranged = 0;
    return Array.from(lettersOf(data.kinds), (kind, i) => {
      time += data.times[i];
      const run = { kind, time, value: data.values[i] };
      if (kind !== "n") {
        run.wide = data.wide.slice(ranged, ranged + 2);
        run.half = data.half.slice(ranged, ranged + 2);
        ranged += 2;
      }
      run.outside = kind !== "n" && kind !== "f" && (run.value < run.wide[0] || run.value > run.wide[1]);
      return run;
    });
  }

  /** How far the range of a run reaches to either side: half the way to the next, unless that is far. */
  function reaches(runs) {
    const gaps = runs.slice(1).map((run, i) => run.time - runs[i].time);
    const usual = gaps.slice().sort((a, b) => a - b)[gaps.length >> 1] || 86400;
    return runs.map((_, i) => [
      Math.min(usual, i > 0 ? gaps[i - 1] : usual) / 2,
      Math.min(usual, i < gaps.length ? gaps[i] : usual) / 2,
    ]);
  }

  /** Each run takes three places, its own and the ends of its range, so that ranges are steps. */
  function columns(runs, kinds) {
    const reach = reaches(runs);
    const threefold = (of) => runs.flatMap((run) => Array(3).fill(of(run)));
    const single = (of) => runs.flatMap((run) => [null, of(run), null]);
    const result = [
      runs.flatMap((run, i) => [run.time - reach[i][0], run.time, run.time + reach[i][1]]),
      single((run) => (run.kind !== "f" && !run.outside ? run.value : null)),
      single((run) => (run.outside ? run.value : null)),
      threefold((run) => (run.kind === "f" ? run.value : null)),
    ];
    for (const kind of kinds) {
      for (const [level, end] of [["wide", 1], ["wide", 0], ["half", 1], ["half", 0]]) {
        result.push(threefold((run) => (run.kind === kind ? run[level][end] : null)));
      }
    }
    return result;
  }

  // ---- Drawing ----

  const colour = (name) => () => getComputedStyle(root).getPropertyValue(`--chart-${name}`).trim();

  /** A colour of the page, let through in part. */
  function thin(name, share) {
    return () => {
      const hex = colour(name)();
      return hex + Math.round(share * 255).toString(16).padStart(2, "0");
    };
  }

  /** Triangles that point to where runs were outside of their range. */
  function triangles(runs) {
    return (plot, series, from, to) => {
      const path = new Path2D();
      const size = 5 * devicePixelRatio;
      for (let i = from; i <= to; i++) {
        const value = plot.data[series][i];
        if (value !== null) {
          const run = runs[Math.floor(i / 3)];
          const up = run.value > run.wide[1] ? -1 : 1;
          const x = plot.valToPos(plot.data[0][i], "x", true);
          const y = plot.valToPos(value, "y", true);
          path.moveTo(x, y + up * size);
          path.lineTo(x + 0.9 * size, y - 0.7 * up * size);
          path.lineTo(x - 0.9 * size, y - 0.7 * up * size);
          path.closePath();
        }
      }
      return { fill: path, stroke: null };
    };
  }

  const middles = (plot, series) =>
    plot.data[series].map((value, i) => (value !== null && i % 3 === 1 ? i : -1)).filter((i) => i >= 0);

  function seriesOf(runs, kinds) {
    const dots = (ink, more) => ({ paths: () => null, points: { show: true, size: 7, width: 1, fill: colour(ink), stroke: colour("paper"), ...more } });
    const series = [
      {},
      { label: "run", ...dots("run") },
      { label: "run outside its 90 % range", paths: triangles(runs), fill: colour("outside"), stroke: "transparent", points: { show: false } },
      { label: "expected", stroke: colour("median"), width: 2, points: { show: true, size: 7, filter: middles, fill: colour("median"), stroke: colour("paper") } },
    ];
    for (const kind of kinds) {
      for (const level of ["90 %", "50 %"]) {
        for (const end of ["upper", "lower"]) {
          const dashed = kind === "a" && level === "90 %";
          series.push({
            label: `${GROUPS[kind]}: ${level}, ${end}`,
            auto: level === "50 %",
            stroke: dashed ? colour("run") : "transparent",
            dash: dashed ? [2, 2] : [],
            width: 1,
            points: { show: false },
          });
        }
      }
    }
    return series;
  }

  const BAND_INKS = { b: ["band", 0.28, 0.5], a: ["run", 0.04, 0.12], f: ["fan", 0.22, 0.35] };

  function bandsOf(kinds) {
    return kinds.flatMap((kind, i) => {
      const [ink, wide, half] = BAND_INKS[kind];
      const first = 4 + 4 * i;
      return [
        { series: [first, first + 1], fill: thin(ink, wide) },
        { series: [first + 2, first + 3], fill: thin(ink, half) },
      ];
    });
  }

  function axes(unit, logarithmic) {
    const look = { stroke: colour("faint"), font: "12px sans-serif", ticks: { stroke: colour("grid"), width: 1 } };
    return [
      {
        ...look,
        grid: { show: false },
        values: [
          [31536000, "{YYYY}", null, null, null, null, null, null, 1],
          [2419200, "{MMM}", "\n{YYYY}", null, null, null, null, null, 1],
          [86400, "{D} {MMM}", "\n{YYYY}", null, null, null, null, null, 1],
          [3600, "{HH}:{mm}", "\n{D} {MMM} {YYYY}", null, "\n{D} {MMM}", null, null, null, 1],
          [1, "{HH}:{mm}:{ss}", "\n{D} {MMM} {YYYY}", null, "\n{D} {MMM}", null, null, null, 1],
        ],
      },
      {
        ...look,
        size: 76,
        grid: { stroke: colour("grid"), width: 1 },
        values: (_, values) => values.map((value) => (value === null ? null : value === 0 ? "0" : UNITS[unit].text(value))),
        ...(logarithmic ? {} : { incrs: UNITS[unit].steps }),
      },
    ];
  }

  /** The bound of ranges that all but a few of them keep: one wild range must not flatten the others. */
  function usualBound(runs, end, share) {
    const bounds = runs
      .filter((run) => run.wide)
      .map((run) => run.wide[end])
      .sort((a, b) => a - b);
    return bounds[Math.round(share * (bounds.length - 1))];
  }

  function valueScale(logarithmic, runs) {
    const usualHigh = usualBound(runs, 1, 0.95) ?? 0;
    const usualLow = usualBound(runs, 0, 0.05) ?? Infinity;
    const upper = (high) => Math.max(high, Math.min(usualHigh, 3 * high));
    const lower = (low) => Math.min(low, Math.max(usualLow, low / 10));
    return logarithmic
      ? { distr: 3, range: (_, low, high) => [lower(low || 1) / 1.3, upper(high || 1) * 1.3] }
      : { range: (_, __, high) => [0, high > 0 ? upper(high) * 1.1 : 1] };
  }

  /** Everything that a logarithmic axis cannot show is at its low end. */
  function aboveZero(data) {
    const least = Math.min(...data.values.filter((value) => value > 0));
    const lift = (values) => values.map((value) => Math.max(value, least / 2));
    return { ...data, values: lift(data.values), wide: lift(data.wide), half: lift(data.half) };
  }

  function optionsOf(data, runs, kinds, width, told) {
    return {
      width,
      height: 280,
      tzDate: (time) => uPlot.tzDate(new Date(time * 1000), zone),
      legend: { show: false },
      cursor: {
        y: false,
        points: { show: false },
        drag: { x: true, y: false, dist: 4 },
        dataIdx: (_, series, place) => 3 * Math.floor(place / 3) + 1,
      },
      scales: { x: { time: true }, y: valueScale(data.logarithmic, runs) },
      series: seriesOf(runs, kinds),
      bands: bandsOf(kinds),
      axes: axes(data.unit, data.logarithmic),
      hooks: { setCursor: [told] },
    };
  }

  // ---- What a reader does with it ----

  function inWords(run, unit) {
    const text = UNITS[unit].text;
    const words = `${run.kind === "f" ? "about " : ""}${minute.format(new Date(run.time * 1000))}: ${run.kind === "f" ? "expected " : ""}${text(run.value)}`;
    return run.kind === "n"
      ? words
      : `${words}; ${GROUPS[run.kind]}: 50 % ${text(run.half[0])} – ${text(run.half[1])}, 90 % ${text(run.wide[0])} – ${text(run.wide[1])}`;
  }

  function button(words, label, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.setAttribute("aria-label", label);
    made.title = label;
    made.addEventListener("click", action);
    return made;
  }

  /** What the signs of a chart mean; the style gives them their colours. */
  function signs(runs, kinds) {
    const list = document.createElement("ul");
    list.className = "signs";
    const entries = [
      ["run", "run", runs.some((run) => run.kind !== "f")],
      ["outside", "run outside its 90 % range", runs.some((run) => run.outside)],
      ...kinds.map((kind) => [`range-${kind}`, `${GROUPS[kind]}: 50 % and 90 % range`, true]),
    ];
    for (const [kind, words] of entries.filter((entry) => entry[2])) {
      const entry = document.createElement("li");
      entry.className = `sign-${kind}`;
      entry.textContent = words;
      list.append(entry);
    }
    return list;
  }

  /** From as many past runs as are to come, to the last one to come. */
  function lookAhead(plot, runs, whole) {
    const ahead = runs.filter((run) => run.kind === "f").length;
    const first = Math.max(0, runs.length - 3 * ahead);
    plot.setScale("x", { min: plot.data[0][3 * first], max: whole.max });
  }

  /** Shows the stretch about the same middle, longer or shorter by a factor, and moved by a share of itself. */
  function look(plot, whole, factor, move) {
    const { min, max } = plot.scales.x;
    const span = Math.min(whole.max - whole.min, Math.max(60, (max - min) * factor));
    const middle = (min + max) / 2 + move * (max - min);
    const from = Math.max(whole.min, Math.min(whole.max - span, middle - span / 2));
    plot.setScale("x", { min: from, max: from + span });
  }

  function step(plot, runs, by) {
    const at = plot.cursor.left >= 0 ? plot.posToIdx(plot.cursor.left) : plot.posToIdx(plot.bbox.width / devicePixelRatio / 2);
    const place = Math.max(0, Math.min(runs.length - 1, Math.floor(at / 3) + by));
    const time = runs[place].time;
    const { min, max } = plot.scales.x;
    if (time < min || time > max) {
      plot.setScale("x", { min: time - (max - min) / 2, max: time + (max - min) / 2 });
    }
    plot.setCursor({ left: plot.valToPos(time, "x"), top: 1 });
  }

  function upgrade(figure) {
    const told = dataOf(figure);
    const data = told.logarithmic ? aboveZero(told) : told;
    const runs = runsOf(data);
    if (runs.length === 0) {
      return;
    }
    const kinds = Object.keys(GROUPS).filter((kind) => data.kinds.includes(kind));
    const live = document.createElement("div");
    live.className = "live";
    const tools = document.createElement("div");
    tools.className = "tools";
    const area = document.createElement("div");
    area.className = "plot";
    area.tabIndex = 0;
    area.setAttribute("role", "group");
    area.setAttribute("aria-label", "Chart: arrow keys go from run to run, plus and minus zoom, Escape shows all");
    const values = document.createElement("output");
    values.textContent = "Drag to zoom; double click or Escape shows all.";
    live.append(tools, area, signs(runs, kinds), values);
    figure.classList.add("upgraded");
    figure.classList.remove("picture");
    figure.removeAttribute("tabindex");
    figure.prepend(live);

    const tell = (plot) => {
      const place = plot.cursor.idx;
      if (place !== null && place !== undefined && plot.cursor.left >= 0) {
        values.textContent = inWords(runs[Math.floor(place / 3)], data.unit);
      }
    };
    const plot = new uPlot(optionsOf(data, runs, kinds, area.clientWidth, tell), columns(runs, kinds), area);
    const times = plot.data[0];
    const whole = { min: times[0], max: times[times.length - 1] };
    const reset = () => plot.setScale("x", whole);
    tools.append(
      button("+", "Zoom in", () => look(plot, whole, 0.5, 0)),
      button("−", "Zoom out", () => look(plot, whole, 2, 0)),
      button("‹", "Earlier", () => look(plot, whole, 1, -0.5)),
      button("›", "Later", () => look(plot, whole, 1, 0.5)),
      button("Reset", "Show all", reset),
    );
    if (kinds.includes("f")) {
      tools.lastChild.before(button("Next runs", "Show the runs to come", () => lookAhead(plot, runs, whole)));
    }
    const keys = {
      "+": () => look(plot, whole, 0.5, 0),
      "-": () => look(plot, whole, 2, 0),
      ArrowLeft: () => step(plot, runs, -1),
      ArrowRight: () => step(plot, runs, 1),
    };
    live.addEventListener("keydown", (event) => {
      const action = event.key === "Escape" ? reset : event.target === area && keys[event.key];
      if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        action();
      }
    });
    new ResizeObserver(() => {
      if (area.clientWidth > 0 && area.clientWidth !== plot.width) {
        plot.setSize({ width: area.clientWidth, height: plot.height });
      }
    }).observe(area);
    figure.plot = plot;
    plots.push(plot);
  }

  /** Charts come to life when they are about to be seen: a page may hold hundreds. */
  function upgradeWhenSeen() {
    const seen = new IntersectionObserver(
      (entries) =>
        entries
          .filter((entry) => entry.isIntersecting)
          .forEach((entry) => {
            seen.unobserve(entry.target);
            upgrade(entry.target);
          }),
      { rootMargin: "200px" },
    );
    document.querySelectorAll("figure.history").forEach((figure) => seen.observe(figure));
  }

  // ---- Colours ----

  const KEY = "update-all-report-theme";

  function remembered() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Pages opened from a file may not be allowed to remember; the choice holds while this one is open.
    }
  }

  function redraw() {
    plots.forEach((plot) => plot.redraw(false));
  }

  function offerThemes() {
    const group = document.getElementById("themes");
    const buttons = ["System", "Light", "Dark"].map((words) => {
      const theme = words.toLowerCase();
      const made = button(words, `${words} colours`, () => {
        remember(theme);
        choose(theme);
      });
      made.dataset.choice = theme;
      return made;
    });
    const choose = (theme) => {
      if (theme === "system") {
        delete root.dataset.theme;
      } else {
        root.dataset.theme = theme;
      }
      buttons.forEach((each) => each.setAttribute("aria-pressed", String(each.dataset.choice === theme)));
      redraw();
    };
    group.append(...buttons);
    group.hidden = false;
    const before = remembered();
    choose(before === "light" || before === "dark" ? before : "system");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  }

  // ---- Paper ----

  function unfoldForPaper() {
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll("details:not([open])")];
      folded.forEach((each) => (each.open = true));
    });
    addEventListener("afterprint", () => folded.forEach((each) => (each.open = false)));
  }

  offerThemes();
  unfoldForPaper();
  upgradeWhenSeen();
})();
