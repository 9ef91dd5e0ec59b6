//! One JSON object, read one level deep, with every fault said at its place.

use super::report::{Flaw, Report};
use super::string::{Str, bad_string, cleaned, string_of};
use super::syntax;
use super::who::{Form, Who, kind_of, nearest};
use crate::domain::{Severity, Text};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

/// The longest text field in bytes: wrapping 10 MB took 1.5 s a frame.
const MAX_FIELD: usize = 16 * 1024;

#[derive(Debug)]
struct Field<'a> {
    name: Cow<'a, str>,
    /// Its JSON, a slice of the file.
    value: &'a str,
}

/// An object's fields.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    /// Where it starts.
    pub(crate) at: usize,
    fields: Vec<Field<'a>>,
    cost: Severity,
}

/// Where a slice of the text starts in it.
pub(crate) fn offset_in(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize)
        .saturating_sub(text.as_ptr() as usize)
        .min(text.len())
}

impl<'a> Object<'a> {
    /// Reads a whole file that should be one object; `skeleton` shows it.
    pub(crate) fn of_file(
        report: &mut Report<'a>,
        form: &Form,
        who: Who<'_>,
        skeleton: &str,
    ) -> Option<Self> {
        let text = report.text();
        let at = text.len() - text.trim_start().len();
        let mut json = serde_json::Deserializer::from_str(text);
        let is_object = text[at..].starts_with('{');
        let read = if is_object {
            Fields::deserialize(&mut json).map(|f| f.0)
        } else {
            serde::de::IgnoredAny::deserialize(&mut json).map(|_| Vec::new())
        };
        let fields = match read {
            Ok(fields) => fields,
            Err(e) => {
                report.add(syntax::explain(text, &e));
                return None;
            }
        };
        if let Err(e) = json.end() {
            report.add(syntax::trailing(text, &e));
            return None;
        }
        if !is_object {
            let what = format!("the file is {}, not a {}", kind_of(&text[at..]), who.kind);
            report.add(Flaw::error("shape", at, what).help(format!("expected {skeleton}")));
            return None;
        }
        let object = Self {
            at,
            fields,
            cost: form.cost,
        };
        object.refuse_duplicates(report, who).then_some(object)
    }

    /// Reads a value that should be an object.
    pub(crate) fn of_value(
        value: &'a str,
        report: &mut Report<'a>,
        form: &Form,
        who: Who<'_>,
    ) -> Option<Self> {
        let at = offset_in(report.text(), value);
        if !value.starts_with('{') {
            let what = format!("{who} is {}, not an object", kind_of(value));
            report.add(Flaw::new(form.cost, "shape", at, what).help("write it in { }"));
            return None;
        }
        match serde_json::from_str::<Fields<'a>>(value) {
            Ok(Fields(fields)) => {
                let object = Self {
                    at,
                    fields,
                    cost: form.cost,
                };
                object.refuse_duplicates(report, who).then_some(object)
            }
            Err(_) => {
                report.add(bad_string(value, at, &who));
                None
            }
        }
    }

    fn refuse_duplicates(&self, report: &mut Report<'a>, who: Who<'_>) -> bool {
        let fields = &self.fields;
        let twice = if fields.len() <= 24 {
            // A dozen short names: scanning beats hashing.
            let earlier = |i: usize| fields[..i].iter().any(|f| f.name == fields[i].name);
            (0..fields.len()).find(|i| earlier(*i))
        } else {
            let mut seen = HashSet::new();
            fields.iter().position(|f| !seen.insert(&*f.name))
        };
        if let Some(field) = twice.map(|i| &fields[i]) {
            let at = offset_in(report.text(), field.value);
            let what = format!("{who}: the field \"{}\" stands twice", field.name);
            report.add(Flaw::error("duplicate-field", at, what).help("delete one of them"));
        }
        twice.is_none()
    }

    /// The field's JSON; `null` counts as left out.
    pub(crate) fn raw(&self, name: &str) -> Option<&'a str> {
        let field = self.fields.iter().find(|f| f.name == name)?;
        (field.value != "null").then_some(field.value)
    }

    fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|f| f.name == name)
    }

    /// The field's place, or the object's if it is missing.
    pub(crate) fn at_field(&self, report: &Report<'a>, name: &str) -> usize {
        self.fields
            .iter()
            .find(|f| f.name == name)
            .map_or(self.at, |f| offset_in(report.text(), f.value))
    }

    /// Warns of fields that nothing reads, with the name that was meant.
    pub(crate) fn warn_of_unknown(&self, report: &mut Report<'a>, form: &Form, who: Who<'_>) {
        for field in &self.fields {
            if form.known.contains(&&*field.name) {
                continue;
            }
            let at = offset_in(report.text(), field.value);
            let short: String = field.name.chars().take(60).collect();
            let what = format!("{who}: unknown field \"{short}\" is ignored");
            let flaw = Flaw::new(Severity::Warning, "unknown-field", at, what);
            let meant = (!report.full()).then(|| nearest(&field.name, form.known));
            report.add(match meant.flatten() {
                Some(meant) => flaw.help(format!("did you mean \"{meant}\"?")),
                None => flaw,
            });
        }
    }

    /// The JSON of a field that must be there.
    pub(crate) fn required(
        &self,
        report: &mut Report<'a>,
        who: Who<'_>,
        name: &str,
    ) -> Option<&'a str> {
        let value = self.raw(name);
        if value.is_none() {
            let (code, what) = if self.has(name) {
                (
                    "null",
                    format!("{who}: \"{name}\" is null, but needs a value"),
                )
            } else {
                (
                    "missing-field",
                    format!("{who}: the field \"{name}\" is missing"),
                )
            };
            report.add(Flaw::new(
                self.cost,
                code,
                self.at_field(report, name),
                what,
            ));
        }
        value
    }

    /// A string field, undecorated.
    pub(crate) fn string(
        &self,
        report: &mut Report<'a>,
        who: Who<'_>,
        name: &str,
    ) -> Option<Cow<'a, str>> {
        let value = self.raw(name)?;
        self.string_value(report, who, name, value)
    }

    fn string_value(
        &self,
        report: &mut Report<'a>,
        who: Who<'_>,
        name: &str,
        value: &'a str,
    ) -> Option<Cow<'a, str>> {
        let at = offset_in(report.text(), value);
        if !value.starts_with('"') {
            self.wrong_type(report, who, name, value, "text in double quotes");
            return None;
        }
        let Some(s) = string_of(value) else {
            let place = format!("{who}, \"{name}\"");
            report.add(bad_string(value, at, &place));
            return None;
        };
        if s.len() > MAX_FIELD {
            let what = format!(
                "{who}: \"{name}\" has {} bytes; a field has at most {MAX_FIELD} (16 KiB)",
                s.len()
            );
            report.add(Flaw::error("field-too-long", at, what));
            return None;
        }
        Some(s)
    }

    /// Says that a field is of the wrong kind.
    pub(crate) fn wrong_type(
        &self,
        report: &mut Report<'a>,
        who: Who<'_>,
        name: &str,
        value: &str,
        need: &str,
    ) {
        let at = offset_in(report.text(), value);
        let what = format!("{who}: \"{name}\" must be {need}, not {}", kind_of(value));
        report.add(Flaw::new(self.cost, "wrong-type", at, what));
    }

    /// A text that may be left out, sanitised.
    pub(crate) fn text(&self, report: &mut Report<'a>, who: Who<'_>, name: &str) -> Option<Text> {
        let raw = self.string(report, who, name)?;
        let at = self.at_field(report, name);
        Some(cleaned(
            report,
            &raw,
            at,
            &format_args!("{who}, \"{name}\""),
        ))
    }

    /// A text that must be there and say something.
    pub(crate) fn required_text(
        &self,
        report: &mut Report<'a>,
        who: Who<'_>,
        name: &str,
    ) -> Option<Text> {
        self.required(report, who, name)?;
        let text = self.text(report, who, name)?;
        if text.is_blank() {
            let what = format!("{who}: \"{name}\" is empty");
            report.add(Flaw::new(
                self.cost,
                "empty-field",
                self.at_field(report, name),
                what,
            ));
            return None;
        }
        Some(text)
    }

    /// The JSON of a list's items; nothing if it is left out or wrong.
    pub(crate) fn list(&self, report: &mut Report<'a>, who: Who<'_>, name: &str) -> Vec<&'a str> {
        let Some(value) = self.raw(name) else {
            return Vec::new();
        };
        if !value.starts_with('[') {
            self.wrong_type(report, who, name, value, "a list in [ ]");
            return Vec::new();
        }
        // The file as a whole was parsed before, so this can't fail.
        let items: Vec<&RawValue> = serde_json::from_str(value).unwrap_or_default();
        items.into_iter().map(RawValue::get).collect()
    }

    /// The strings of a list with their places; what isn't one is reported.
    pub(crate) fn strings(
        &self,
        report: &mut Report<'a>,
        who: Who<'_>,
        name: &str,
    ) -> Vec<(usize, Cow<'a, str>)> {
        let mut out = Vec::new();
        for item in self.list(report, who, name) {
            if let Some(s) = self.string_value(report, who, name, item) {
                out.push((offset_in(report.text(), item), s));
            }
        }
        out
    }

    /// The texts of a list, sanitised, without empty ones.
    pub(crate) fn texts(&self, report: &mut Report<'a>, who: Who<'_>, name: &str) -> Vec<Text> {
        let strings = self.strings(report, who, name);
        let texts = strings
            .into_iter()
            .map(|(at, s)| cleaned(report, &s, at, &format_args!("{who}, \"{name}\"")));
        texts.filter(|t| !t.is_blank()).collect()
    }

    /// A number, finite.
    pub(crate) fn number(&self, report: &mut Report<'a>, who: Who<'_>, name: &str) -> Option<f64> {
        let value = self.raw(name)?;
        if !value.starts_with(|c: char| c == '-' || c.is_ascii_digit()) {
            self.wrong_type(report, who, name, value, "a number");
            return None;
        }
        match value.parse::<f64>() {
            Ok(n) if n.is_finite() => Some(n),
            _ => {
                let at = offset_in(report.text(), value);
                let short: String = value.chars().take(20).collect();
                let what = format!("{who}: \"{name}\": the number {short} is out of range");
                report.add(Flaw::error("number-range", at, what));
                None
            }
        }
    }

    /// A whole number from 0 up.
    pub(crate) fn whole(&self, report: &mut Report<'a>, who: Who<'_>, name: &str) -> Option<u32> {
        let n = self.number(report, who, name)?;
        let value = self.raw(name).unwrap_or_default();
        let whole = value.parse::<u32>().ok();
        if whole.is_none() {
            let at = offset_in(report.text(), value);
            let what = format!("{who}: \"{name}\" must be a whole number, not {n}");
            report.add(Flaw::new(self.cost, "wrong-type", at, what));
        }
        whole
    }

    /// `true` or `false`, which must be there.
    pub(crate) fn required_bool(
        &self,
        report: &mut Report<'a>,
        who: Who<'_>,
        name: &str,
    ) -> Option<bool> {
        if self.has(name) {
            match self.fields.iter().find(|f| f.name == name)?.value {
                "true" => return Some(true),
                "false" => return Some(false),
                _ => {}
            }
        }
        let (code, what) = if self.has(name) {
            (
                "wrong-type",
                format!("{who}: \"{name}\" must be true or false"),
            )
        } else {
            (
                "missing-field",
                format!("{who}: the field \"{name}\" is missing"),
            )
        };
        let flaw = Flaw::new(self.cost, code, self.at_field(report, name), what);
        report.add(flaw.help(format!("add \"{name}\": true or \"{name}\": false")));
        None
    }
}

struct Fields<'a>(Vec<Field<'a>>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Fields<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut fields = Vec::with_capacity(12);
                while let Some(Str(name)) = map.next_key::<Str<'de>>()? {
                    let value = map.next_value::<&'de RawValue>()?.get();
                    fields.push(Field { name, value });
                }
                Ok(Fields(fields))
            }
        }
        d.deserialize_map(Reader)
    }
}
