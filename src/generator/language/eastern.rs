//! Glosses in Japanese, Chinese and Korean. These languages put last what a
//! line comes to, its noun or its verb: there it shows whether a line says what
//! a thing is, what it does, or only something about it.

use super::{Language, Says};
use crate::generator::words;

/// Nouns for kinds of things at the end of a Japanese line.
const JAPANESE: &str = "サービス 仕組み しくみ 技術 システム ツール 環境 エンジン \
    テンプレート プラン 考え方 基盤 製品 言語 ストレージ データベース プロトコル の略 略称 ネットワーク 手法 \
    形式 規格 単位 装置 機器 ソフトウェア ハードウェア アルゴリズム モデル フレームワーク ライブラリ \
    レジストリ ゲートウェイ 指標 コンピューティング クラス タイプ \
    プラットフォーム サーバー サーバ デバイス コンテナ リポジトリ アカウント \
    パターン オプション インターフェース インターフェイス コンポーネント パイプライン アプリケーション \
    アプリ プログラム スイッチ ルーター ルータ リソース ファイアウォール 証明書 トークン \
    識別子 \
    フォーマット 関数 変数 料金体系 \
    コンソール ダッシュボード キュー バス ジョブ タスク スクリプト インスタンス ボリューム イメージ レイヤー \
    API SDK CLI IDE CDN DNS VPN DB OS DWH";

/// Nouns that say a kind only with what it does before them: `記録する場所`, not
/// `保存場所`.
const JAPANESE_WEAK: &str = "こと もの ところ 状態 構造 概念 役割 手順 情報 領域 場所 拠点 空間 期間 値 割合 数値 データ ファイル 能力 権限 \
    番号 アドレス 集まり 集合 集合体 組織 処理 手段 手続き 制度 契約 施設 設備 思想 原則 指針 機能 方法 方式 接続 攻撃 層 キー 鍵 ポリシー ルール グループ オブジェクト 主体 \
    回数 総称 法 器 人";

/// The same of Korean.
const KOREAN_WEAK: &str = "것 곳 공간 단위 형태 구조 계층 집합 그룹 형식 규칙 정책 객체 개념 과정 영역 센터 유형 타입 방법 방식 주소 값 키 기능 약자";

/// The same of Chinese, in both its scripts.
const CHINESE: &str = "服务 服務 工具 系统 系統 技术 技術 协议 協議 方式 方法 平台 引擎 数据库 資料庫 數據庫 框架 \
    模型 机制 機制 功能 网络 網路 網絡 存储 儲存 存儲 设备 設備 装置 裝置 语言 語言 程序 程式 接口 介面 组件 元件 \
    組件 方案 架构 架構 算法 演算法 容器 集群 叢集 仓库 倉庫 库 函式庫 环境 環境 格式 标准 標準 规则 規則 单位 單位 \
    结构 結構 概念 过程 過程 资源 資源 服务器 伺服器 实例 防火墙 防火牆 网关 閘道 通道 账户 帳戶 权限 權限 \
    API SDK CLI IDE CDN DNS VPN";

/// The same of Korean.
const KOREAN: &str = "서비스 시스템 엔진 디바이스 장치 네트워크 모듈 솔루션 플랫폼 스토리지 데이터베이스 \
    저장소 도구 툴 기술 프로토콜 프레임워크 언어 모델 알고리즘 환경 프로그램 소프트웨어 \
    하드웨어 서버 데이터센터 센터 인스턴스 볼륨 레지스트리 게이트웨이 방화벽 라이브러리 \
        클래스 컨테이너 인터페이스 메커니즘 매커니즘 대시보드 디스크 하드디스크 디스크 허브 큐 \
    리소스 스위치 라우터 표준 규약 API SDK CLI IDE CDN DNS VPN";

/// Whether a line ends in one of the nouns.
fn ends_in(line: &str, nouns: &str) -> bool {
    nouns.split_whitespace().any(|n| line.ends_with(n))
}

/// Whether a Japanese line ends in a noun for a kind; a weak one needs words
/// that say what it does.
fn japanese_kind(line: &str) -> bool {
    let weak = || {
        let noun = JAPANESE_WEAK.split_whitespace().find(|n| line.ends_with(n));
        noun.is_some_and(|n| {
            // `錨と鍵`: two things, and nothing that either does.
            line[..line.len() - n.len()]
                .chars()
                .any(|c| ('\u{3041}'..='\u{309f}').contains(&c) && !"とや".contains(c))
        })
    };
    ends_in(line, JAPANESE) || weak()
}

/// The same of a Korean line.
fn korean_kind(line: &str) -> bool {
    let weak = || {
        ends_in(line, KOREAN_WEAK)
            && line.split_whitespace().rev().skip(1).any(|w| {
                ["는", "한", "된", "할", "인", "을", "위한", "던"]
                    .iter()
                    .any(|e| w.ends_with(e))
            })
            && !line.ends_with("라는 것")
    };
    ends_in(line, KOREAN) || weak()
}

/// The line without its full stop and the brackets at its end.
fn bare(text: &str) -> &str {
    let mut t = text.trim();
    loop {
        let before = t.len();
        t = t.trim_end_matches(['。', '.', '．', '、', ',', ' ', '！', '!', '・', '"', '”']);
        for (open, close) in [('(', ')'), ('（', '）'), ('「', '」')] {
            if t.ends_with(close)
                && let Some(at) = t.rfind(open)
                && at > 0
            {
                t = &t[..at];
            }
        }
        if t.len() == before {
            return t;
        }
    }
}

/// The first sentence of a text.
fn first(text: &str) -> &str {
    let end = text.find(['。', '？', '?', '！']);
    match end {
        Some(at) if at > 0 => {
            let next = text[at..].chars().next().map_or(0, char::len_utf8);
            &text[..at + next]
        }
        _ => text,
    }
}

fn any(line: &str, of: &str, how: impl Fn(&str, &str) -> bool) -> bool {
    of.split_whitespace().any(|w| how(line, w))
}

fn ends(line: &str, of: &str) -> bool {
    any(line, of, |l, w| l.ends_with(w))
}

fn starts(line: &str, of: &str) -> bool {
    any(line, of, |l, w| l.starts_with(w))
}

fn holds(line: &str, of: &str) -> bool {
    any(line, of, |l, w| l.contains(w))
}

/// What a gloss says of its term.
pub(super) fn says(language: Language, text: &str) -> Says {
    let line = first(text);
    if line.ends_with(['?', '？']) {
        return Says::Never;
    }
    match language {
        Language::Japanese => japanese(line),
        Language::Chinese => chinese(line),
        Language::Korean => korean(line),
        _ => Says::Unknown,
    }
}

fn japanese(line: &str) -> Says {
    let told = bare(line);
    if starts(
        told,
        "これ それ この その ここ そこ 上記 上の 前述 同様 また さらに ただし 但し しかし なお そのため つまり \
         例えば たとえば 一方 逆に もし よって したがって まず 最後に 以下 下記 特に ※ 例： 例: どちらも 両方 両者 \
         ここでは 基本的に 主に以下 次の デフォルト値 既定値 上限",
    ) {
        return Says::Never;
    }
    // `より洗練されたもの`: than what?
    if told.starts_with("より") && told.ends_with("もの") {
        return Says::Never;
    }
    // `古くからある網`: its fame, not what it is.
    if holds(told, "古くから 昔から よく知られ") {
        return Says::Never;
    }
    // `デフォルト3時間`: a value.
    let value = told.strip_prefix("デフォルト");
    if value.is_some_and(|v| v.starts_with(|c: char| c.is_numeric())) {
        return Says::Never;
    }
    let copula = [
        "のことである",
        "のことです",
        "のこと",
        "である",
        "であり",
        "です",
        "だ",
    ];
    let head = copula
        .iter()
        .find_map(|e| told.strip_suffix(e))
        .unwrap_or(told);
    let head = ["のひとつ", "の一つ", "の1つ", "の１つ"]
        .iter()
        .find_map(|e| head.strip_suffix(e))
        .unwrap_or(head);
    // `倉庫`: a kind, and nothing that tells which of it.
    if JAPANESE.split_whitespace().any(|n| n == head) {
        return Says::Never;
    }
    // `…するためのストレージで、二つの種類がある`: what it is stands first.
    let opens = ["で、", "であり、", "で，"].iter().any(|j| {
        line.split_once(j).is_some_and(|(h, _)| {
            words::count(h) > 1
                && japanese_kind(h)
                && (h.ends_with("のこと") || !h.ends_with("こと"))
        })
    });
    // `KaiDBは…、MoleDBは…`: two things are told of.
    let letters: Vec<char> = told.chars().filter(|c| *c != ' ').collect();
    let latin = |p: &[char]| p[0].is_ascii_alphanumeric() && p[1] == 'は';
    if letters.windows(2).any(latin) {
        return Says::Never;
    }
    // `旗を使うことで、…`: what that brings, not what the thing is.
    let means = told.split('、').next().is_some_and(|h| {
        ends(
            h,
            "利用することで 使用することで 活用することで 利用することにより 使用することにより",
        ) && h.chars().count() <= 24
    });
    let compares =
        means && !japanese_kind(head) || holds(told, "とは違 とは異な に比べ と比べ と比較");
    if opens || japanese_kind(head) && !ends(head, "すること ないこと") {
        return Says::What;
    }
    if ends(head, "すること") && !compares {
        return Says::What;
    }
    let remark = ends(
        head,
        "必要がある 必要 べき ください ましょう しよう よう ないこと 推奨 推奨される 推奨されている 望ましい 注意 よい 良い いい \
         不可 不要 ない ません なし ある あります おく 場合 とき 時 際 なら ければ れば たら ので から けど が て で し \
         たり ね よ か た でした ました OK NG 規模 程度 以上 以下 以内 未満 のみ だけ ごと 毎 必須 禁止 有料 無料 \
         対応 限定 固定 次第 同じ 高い 低い 安い 速い 早い 遅い 多い 少ない 強い 弱い やすい にくい づらい \
         重要 大切 大事 鍵 カギ ポイント 制限 は を に と の も へ や など 等 異なる 変わる かかる 掛かる 発生する 存在する",
    );
    let polite = [
        "あります",
        "ません",
        "ましょう",
        "異なります",
        "変わります",
        "かかります",
        "発生します",
        "推奨します",
        "推奨されます",
        "推奨されています",
        "存在します",
    ];
    if remark || compares || polite.iter().any(|p| told.ends_with(p)) {
        return Says::Never;
    }
    // `嵐の場合のみ桟橋として利用できる`: when it serves, not what it is.
    let serves = ends(
        head,
        "利用できる 使用できる 利用できます 使用できます 使用する 使用します 利用する 利用します",
    );
    if serves && holds(told, "場合 ときに 際に 時のみ 時だけ") {
        return Says::Never;
    }
    let last = head.chars().next_back().unwrap_or(' ');
    let verb = "るうくすつぬぶむぐ".contains(last);
    // `大量のデータを分析`: the verb is understood.
    let acts = head.rsplit_once('を').is_some_and(|(_, act)| {
        let own = act.chars().filter(|c| words::is_unspaced(*c)).count();
        (2..=16).contains(&own) && !('\u{3041}'..='\u{309f}').contains(&last)
    });
    if verb || acts || ends(head, "最適 向け 向き") || ends(head, "可能") && head.contains('を')
    {
        return Says::Does;
    }
    match ends(head, "可能") {
        true => Says::Never,
        false => Says::Unknown,
    }
}

fn chinese(line: &str) -> Says {
    let told = bare(line);
    if starts(
        told,
        "这 這 那 该 該 此 其 以上 以下 上述 但 但是 然而 因此 所以 例如 比如 如果 若 当 當 同时 同時 另外 此外 注意 \
         需要 应该 應該 必须 必須 建议 建議 请 請 首先 最后 最後 然后 然後 也 还 還 例： 例:",
    ) || ends(
        told,
        "吗 嗎 呢 了 时 時 的 后 後 前 如下 以下 等 即可 为主 為主 之一 更好 更高 更低 较高 较低",
    ) {
        return Says::Never;
    }
    if ends_in(told, CHINESE)
        || starts(told, "是一种 是一個 是一个 是一種 一种 一種 是指 指的是 是")
    {
        return Says::What;
    }
    match starts(
        told,
        "用于 用於 用来 用來 可 能 提供 支持 支援 自动 自動 将 將 把 让 讓 管理 负责 負責 执行 執行 收集 扮演",
    ) {
        true => Says::Does,
        false => Says::Unknown,
    }
}

fn korean(line: &str) -> Says {
    let told = bare(line);
    let head = ["입니다", "이다", "이며", "임", "다", "이에요"]
        .iter()
        .find_map(|e| told.strip_suffix(e).filter(|h| korean_kind(h)))
        .unwrap_or(told);
    if starts(
        told,
        "이 그 저 이것 그것 이는 또한 그리고 하지만 그러나 단, 다만 예를 예시 예) 예: 만약 따라서 즉 위의 아래 다음 주의 참고",
    ) && told
        .split_whitespace()
        .next()
        .is_some_and(|w| w.chars().count() < 5)
        || told.ends_with(" 때 서비스")
        || step(told)
        || other_subject(told)
    {
        return Says::Never;
    }
    // `…하는 서비스로, …`: what it is stands first.
    let opens = ["으로, ", "로, ", "이며, ", "이고, ", "으로 ", "로서, "]
        .iter()
        .any(|j| {
            line.split_once(j)
                .is_some_and(|(h, _)| words::count(h) > 2 && korean_kind(h))
        });
    if opens || korean_kind(head) {
        return Says::What;
    }
    if ends(
        told,
        "해야 한다 해야한다 필요 필요하다 필요함 없다 없음 때 경우 면 지만 때문 하고 으로 로 를 을 은 는 이 가 의 에 가능하다 불가능하다 가능함 \
         된다. 좋다 좋음 높다 낮다 많다 적다 가능 불가 불가능 중요 다르다 않는다 않음 아님 하자 보자 것이다 인가",
    ) && !ends(told, "수 있다")
        || told.ends_with("해야 한다")
        || told.ends_with("해야 합니다")
    {
        return Says::Never;
    }
    let does = ends(
        told,
        "한다 합니다 된다 됩니다 준다 해줌 함 됨 있다 있습니다 제공 관리 지원 수행 처리 저장 실행 분석 변환 전송 모니터링 배포",
    );
    // `고객이 …`: what somebody does.
    let other = told
        .split_whitespace()
        .next()
        .is_some_and(|w| w.chars().count() > 2 && w.ends_with(['이', '가']));
    match does {
        true if other => Says::Never,
        true => Says::Does,
        false => Says::Unknown,
    }
}

/// `[저장]을 클릭합니다`: one step of a procedure.
fn step(line: &str) -> bool {
    let acts = [
        "클릭", "선택", "확인", "입력", "이동", "체크", "접속", "지정",
    ];
    let polite = [
        "합니다",
        "한다",
        "하세요",
        "해줍니다",
        "해 줍니다",
        "해준다",
        "하자",
        "하기",
        "할 수 있습니다",
    ];
    polite
        .iter()
        .filter_map(|e| line.strip_suffix(e))
        .any(|h| acts.iter().any(|a| h.ends_with(a)))
        || holds(
            line,
            "입력하여 클릭하여 선택하여 입력하고 클릭하고 누르면 누르고 버튼을",
        )
        || starts(line, "여기서 여기에 그러면 이제 먼저")
}

/// Whether a Korean line marks somebody else as its subject: `사용자는 …`.
fn other_subject(line: &str) -> bool {
    let verbs = "하는 되는 있는 없는 주는 쓰는 않는 받는 가는 오는 다는 라는 키는 지는 리는 기는 드는 찾는 보는 내는 많은 높은 \
        낮은 작은 좋은 같은 않은 받은 적은 큰은 은은";
    line.split_whitespace().take(3).any(|w| {
        let long = w.chars().count() > 2;
        long && w.ends_with(['는', '은']) && !ends(w, verbs)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_line_shows_what_it_says() {
        use Language as L;
        for (language, line, said) in [
            (L::Japanese, "船を波から守るサービスです。", Says::What),
            (
                L::Japanese,
                "船を預かる倉庫で、二つの種類がある。",
                Says::Never,
            ),
            (
                L::Japanese,
                "船を預かるシステムで、二つの種類がある。",
                Says::What,
            ),
            (
                L::Japanese,
                "潮の高さを記録し、地図の上に表示する。",
                Says::Does,
            ),
            (L::Japanese, "港の船の位置を確認", Says::Does),
            (
                L::Japanese,
                "嵐の前に船を陸に上げる必要がある。",
                Says::Never,
            ),
            (
                L::Japanese,
                "旗を利用することで、船を見つけやすくする",
                Says::Never,
            ),
            (
                L::Korean,
                "항구의 배를 지키는 관리 서비스로, 밤에도 쓸 수 있다",
                Says::What,
            ),
            (L::Korean, "항구의 작은 배에만 호환 가능하다", Says::Never),
            (L::Japanese, "ストレージ", Says::Never),
            (L::Japanese, "小さな船ならOK", Says::Never),
            (L::Japanese, "夜の入港には対応していない", Says::Never),
            (L::Japanese, "係留料が発生するのは以下の場合", Says::Never),
            (
                L::Japanese,
                "桟橋とは違い、杭の上には立たない方がよい",
                Says::Never,
            ),
            (L::Japanese, "ペタバイト規模", Says::Never),
            (L::Japanese, "より洗練されたもの", Says::Never),
            (L::Japanese, "船乗りの間では古くからある概念", Says::Never),
            (L::Japanese, "第3桟橋（P3）対応。", Says::Never),
            (L::Japanese, "デフォルト3時間停泊する", Says::Never),
            (L::Chinese, "记录潮汐高度的服务", Says::What),
            (L::Chinese, "用于记录潮汐高度", Says::Does),
            (L::Chinese, "需要在风暴之前上岸", Says::Never),
            (L::Korean, "조수의 높이를 기록하는 서비스", Says::What),
            (
                L::Korean,
                "조수의 높이를 기록하는 관리형 서비스입니다.",
                Says::What,
            ),
            (L::Korean, "선장은 폭풍 전에 배를 올린다", Says::Never),
        ] {
            assert_eq!(says(language, line), said, "{line}");
        }
    }
}
