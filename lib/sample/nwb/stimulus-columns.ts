import type {Presentation, StimulusName} from "../presentation.js";
import type {Column} from "./dynamic-table.js";

/**
 * The parameter columns of a stimulus class, each encoded as in the published files: some numbers are numbers, others
 * text, and a missing value in a text column is "N/A".
 */
export function stimulusColumns(name: StimulusName, rows: readonly Presentation[]): Record<string, Column> {
  const floats = (description: string, value: (row: Presentation) => number): Column => ({
    description,
    data: Float64Array.from(rows, value)
  });
  const texts = (description: string, value: (row: Presentation) => string): Column => ({
    description,
    data: rows.map(value)
  });
  const orientation = floats("orientation or drift direction, degrees", (row) => row.orientation);
  const temporal_frequency = floats("temporal frequency, Hz", (row) => row.temporalFrequency);
  const contrast = floats("contrast", () => 0.8);
  const opacity = floats("opacity", () => 1);
  const white = texts("color", () => "[1.0, 1.0, 1.0]");
  const phase = (text: string) => texts("phase", () => text);
  const mask = (text: string) => texts("shape of the mask", () => text);
  const size = (text: string) => texts("size, in the unit of the column units", () => text);
  const units = (text: string) => texts("unit of the size", () => text);
  const spatial_frequency = (text: string) => texts("spatial frequency, cycles per degree", () => text);

  switch (name) {
    case "gabors":
      return {
        temporal_frequency,
        x_position: floats("azimuth, degrees", (row) => row.xPosition),
        y_position: floats("elevation, degrees", (row) => row.yPosition),
        color: white,
        mask: mask("circle"),
        opacity,
        phase: phase("[3644.93333333, 3644.93333333]"),
        size: size("[20.0, 20.0]"),
        units: units("deg"),
        orientation,
        spatial_frequency: spatial_frequency("0.08"),
        contrast
      };
    case "flashes":
      return {
        color: texts("color: 1.0 white, -1.0 black", (row) => row.polarity.toFixed(1)),
        mask: mask("None"),
        opacity,
        phase: phase("[0.0, 0.0]"),
        size: size("[300.0, 300.0]"),
        units: units("deg"),
        orientation,
        spatial_frequency: spatial_frequency("[0.0, 0.0]"),
        contrast
      };
    case "drifting_gratings":
      return {
        temporal_frequency,
        color: white,
        mask: mask("None"),
        opacity,
        phase: phase("[42471.86666667, 42471.86666667]"),
        size: size("[250.0, 250.0]"),
        units: units("deg"),
        orientation,
        spatial_frequency: spatial_frequency("0.04"),
        contrast
      };
    case "static_gratings":
      return {
        color: white,
        mask: mask("None"),
        opacity,
        phase: texts("phase, cycles", (row) => (Number.isNaN(row.phase) ? "N/A" : decimal(row.phase))),
        size: size("[250.0, 250.0]"),
        units: units("deg"),
        orientation,
        spatial_frequency: floats("spatial frequency, cycles per degree", (row) => row.spatialFrequency),
        contrast
      };
    case "natural_scenes":
      return {frame: floats("number of the image; -1 is blank", (row) => row.frame)};
    case "natural_movie_one":
    case "natural_movie_three":
      return {
        color: white,
        opacity,
        size: size("[1920.0, 1080.0]"),
        units: units("pix"),
        orientation,
        frame: floats("frame of the movie", (row) => row.frame),
        contrast: floats("contrast", () => 1)
      };
    default:
      return {};
  }
}

/** A number as Python prints it: 0 is "0.0". */
function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}
