//! Scratch.
use cramless::generator::*;
use cramless::domain::*;
fn main(){
  let a:Vec<String>=std::env::args().skip(1).collect();
  let srcs:Vec<Source>=a.iter().filter(|x|!x.starts_with("--")).map(|p|Source{path:p.clone(),text:String::from_utf8_lossy(&std::fs::read(p).unwrap()).into_owned()}).collect();
  let skips=a.iter().any(|x|x=="--skips");
  let quiet=a.iter().any(|x|x=="--quiet");
  let t=std::time::Instant::now();
  let g=generate(&srcs,&[],None);
  let el=t.elapsed();
  if !quiet { for d in &g.decks{ println!("##### {} | {}",d.id,d.title);
    for c in &d.cards{ match &c.face{
      Face::Flashcard(f)=>println!("[{}{}] Q: {}\n      A: {}",c.id,if c.tier==Tier::Core{" *"}else{""},f.front.as_str().replace('\n'," ⏎ "),f.back.as_str().replace('\n'," ⏎ ")),
      Face::Choice(ch)=>{println!("[{}{}] CHOICE: {}",c.id,if c.tier==Tier::Core{" *"}else{""},ch.stem.as_str().replace('\n'," ⏎ "));for o in &ch.options{println!("        {} {} -- {}",if o.correct{"(x)"}else{"( )"},o.text,o.why.as_ref().map(|w|w.to_string()).unwrap_or_default());}}
    }}}}
  if skips{for s in &g.account.skipped{println!("SKIP {}:{} {} {}",s.file,s.line,s.shape.map(|s|s.label()).unwrap_or("-"),s.reason);}}
  for p in &g.problems{println!("{p}");}
  println!("made {:?} total {} skipped {} in {:?}",g.account.made.iter().map(|(k,v)|(k.label(),v)).collect::<Vec<_>>(),g.account.cards(),g.account.skipped.len(),el);
}
