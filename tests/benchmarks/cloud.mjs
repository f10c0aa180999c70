// Lays phrases out with d3-cloud: phrases as JSON on standard input, their boxes as JSON on standard
// output. Each box is [x, y, width, height] of the ink about its baseline's start.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const need = createRequire(path.join(process.argv[2], "package.json"));
const { createCanvas, GlobalFonts } = need("@napi-rs/canvas");
const cloud = need("d3-cloud");
const { phrases, width, height, size, font } = JSON.parse(readFileSync(0, "utf8"));
GlobalFonts.registerFromPath(font, "Face");
const pen = createCanvas(1, 1).getContext("2d");
const start = process.cpuUsage();
cloud()
  .size([width, height])
  .canvas(() => createCanvas(1, 1))
  .words(phrases.map((text) => ({ text, size })))
  .padding(1)
  .rotate(0)
  .font("Face")
  .fontSize((word) => word.size)
  .random(() => 0.5)
  .on("end", (placed) => {
    const used = process.cpuUsage(start);
    const boxes = placed.map((word) => {
      pen.font = `${word.size}px Face`;
      const ink = pen.measureText(word.text);
      const left = word.x - ink.width / 2;
      return [left, word.y - ink.actualBoundingBoxAscent, ink.width,
        ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent];
    });
    process.stdout.write(JSON.stringify({ boxes, cpu: (used.user + used.system) / 1e6 }));
  })
  .start();
