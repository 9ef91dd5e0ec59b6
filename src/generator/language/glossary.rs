//! What words in names are called in other languages: a `Lake` is given away by
//! `データレイク`, a `Forecast` by `previsão`, though no letter is the same.

use crate::generator::words;

/// An English word, then how others begin or write it.
const WORDS: [&str; 65] = [
    "translate 翻訳 翻译 翻譯 번역 tradu übersetz",
    "transcribe 文字起こし 转录 轉錄 transcri",
    "forecast 予測 预测 預測 예측 previs pronóstic prévision vorhersag",
    "predict 予測 预测 預測 예측 previs predi prédi vorhersag",
    "monitor 監視 监控 監控 监视 모니터링 monitor überwach",
    "experiment 実験 实验 實驗 실험 experiment",
    "firewall ファイアウォール 防火墙 防火牆 방화벽",
    "lake データレイク 数据湖 資料湖 레이크",
    "warehouse ウェアハウス 数据仓库 資料倉儲 웨어하우스",
    "key 鍵 密钥 金鑰 clave chave",
    "certificate 証明書 证书 憑證 인증서 certificad certificat zertifikat",
    "search 検索 搜索 搜尋 검색 búsqueda busca pesquisa recherche",
    "migrate 移行 迁移 遷移 마이그레이션 migra migrier",
    "backup バックアップ 备份 備份 백업 respaldo sauvegarde sicherung",
    "cost コスト 费用 成本 비용 costo custo coût kosten",
    "budget 予算 预算 預算 예산 presupuesto orçamento",
    "queue キュー 队列 佇列 대기열",
    "notify 通知 알림 notifica benachrichtig",
    "email メール 邮件 郵件 이메일 correo",
    "workflow ワークフロー 工作流 워크플로 flujo fluxo",
    "registry レジストリ 注册表 레지스트리 registro",
    "catalog カタログ 目录 目錄 카탈로그 catálogo catalogue katalog",
    "pipeline パイプライン 流水线 管道 파이프라인",
    "label ラベル 标签 標籤 라벨 etiqueta rótulo rotula étiquet",
    "tag タグ 标签 標籤 태그 etiqueta",
    "container コンテナ 容器 컨테이너 contenedor contêiner conteneur",
    "gateway ゲートウェイ 网关 閘道 게이트웨이",
    "directory ディレクトリ 目录 目錄 디렉터리 directorio diretório annuaire verzeichnis",
    "support サポート 支援 支持 지원 soporte suporte",
    "cluster クラスタ 集群 叢集 클러스터",
    "schedule スケジュール 调度 排程",
    "speech 音声 语音 語音 음성 voz fala",
    "image 画像 图像 影像 이미지 imagen imagem",
    "video 動画 ビデオ 视频 影片 비디오 vídeo",
    "memory メモリ 内存 記憶體 메모리 memoria memória",
    "storage ストレージ 存储 儲存 스토리지 almacen armazen",
    "secure セキュリティ 安全 보안 segur sécuri sicher",
    "quality 品質 质量 品质 품질 calidad qualidade qualité qualität",
    "batch バッチ 批处理 批次 배치 lote",
    "log ログ 日志 日誌 로그 registros protokoll",
    "cache キャッシュ 缓存 快取 캐시 caché",
    "partition パーティション 分区 分割區 파티션 partición partição",
    "schema スキーマ 模式 스키마 esquema schéma",
    "message メッセージ 消息 訊息 메시지 mensaje mensagem mensagens nachricht",
    "stream ストリーム ストリーミング 流数据 串流 스트림 스트리밍 flujo fluxo",
    "graph グラフ 图数据 圖形 그래프 grafo graphe",
    "template テンプレート 模板 範本 템플릿 plantilla modelos",
    "dashboard ダッシュボード 仪表板 儀表板 대시보드 painel painéis",
    "script スクリプト 脚本 腳本 스크립트",
    "snapshot スナップショット 快照 스냅샷 instantánea",
    "replica レプリカ 副本 복제본 réplica",
    "proxy プロキシ 代理 프록시",
    "organization 組織 组织 조직 organizac organizaç",
    "desktop デスクトップ 桌面 데스크톱 데스크탑 escritorio",
    "policy ポリシー 策略 政策 정책 política politique richtlinie",
    "event イベント 事件 이벤트 evento événement ereignis",
    "deploy デプロイ 部署 배포 desplieg implanta",
    "function 関数 函数 函數 함수 función funciones função funções",
    "file ファイル 文件 檔案 파일 archivo arquivo fichier datei",
    "convert 変換 转换 轉換 변환 convers convert",
    "document ドキュメント 文書 文档 文件 문서 documento",
    "transfer 転送 传输 傳輸 전송 transfer",
    "audit 監査 审计 稽核 감사 auditor",
    "crawl クローラ 爬虫 爬蟲 크롤러 rastreador",
    "personal パーソナライズ 个性化 個人化 개인화 personali",
];

/// Whether a text in another language says a word of a name.
pub(in crate::generator) fn says_in_another(name: &str, text: &str) -> bool {
    let low = text.to_lowercase();
    let said: Vec<&str> = low.split(|c: char| !c.is_alphanumeric()).collect();
    let says = |foreign: &str| match foreign.chars().any(words::is_unspaced) {
        true => low.contains(foreign),
        false => said.iter().any(|s| s.starts_with(foreign)),
    };
    let own = words::name_words(name);
    WORDS.iter().any(|row| {
        let mut row = row.split(' ');
        let english = row.next().unwrap_or("");
        own.iter().any(|w| words::related(w, english)) && row.any(says)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_a_name_is_known_in_another_language() {
        for (name, text) in [
            ("Quay Translate", "船の言葉を翻訳するサービス"),
            ("Tide Forecasts", "Serviço de previsão de marés"),
            ("Pier Monitor", "持續監控碼頭"),
            ("Harbour Notifications", "배에 알림을 보내는 서비스"),
            ("Tide Batch", "船のバッチ処理を行うサービス"),
        ] {
            assert!(says_in_another(name, text), "{name}");
        }
        for (name, text) in [
            ("Quay Translate", "船を数えるサービス"),
            ("Harbour Lamp", "Serviço de previsão de marés"),
            ("Tide Cost", "Vigila los barcos de la costa"),
            ("Quay Lake", "부두의 데이터를 세는 서비스"),
        ] {
            assert!(!says_in_another(name, text), "{name}");
        }
    }
}
