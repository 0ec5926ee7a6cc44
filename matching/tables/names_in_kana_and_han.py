"""Common names of other countries as Japanese and Chinese newspapers write them; a hyphen where they write several.

Own collection (Apache-2.0), from general knowledge of the two presses.
"""

from __future__ import annotations

_ROWS = """
    john ジョン 约翰 | michael マイケル 迈克尔 | james ジェームズ 詹姆斯 | robert ロバート 罗伯特
    william ウィリアム 威廉 | thomas トーマス 托马斯 | richard リチャード 理查德 | george ジョージ 乔治
    paul ポール 保罗 | peter ピーター 彼得 | mark マーク 马克 | kevin - 凯文 | daniel ダニエル 丹尼尔
    martin - 马丁 | alexander アレクサンダー 亚历山大 | andrew アンドリュー 安德鲁 | henry ヘンリー 亨利
    joseph - 约瑟夫 | edward エドワード 爱德华 | frank フランク 弗兰克 | patrick パトリック 帕特里克
    simon - 西蒙 | adam アダム 亚当 | eric エリック 埃里克 | matthew マシュー 马修
    christopher クリストファー 克里斯托弗 | anthony アンソニー 安东尼 | nicholas ニコラス 尼古拉斯
    samuel サミュエル 塞缪尔 | jonathan ジョナサン 乔纳森 | benjamin ベンジャミン 本杰明 | mary メアリー 玛丽
    elizabeth エリザベス 伊丽莎白 | anna アンナ 安娜 | maria マリア 玛丽亚 | sarah サラ 萨拉 | laura - 劳拉
    susan スーザン 苏珊 | helen ヘレン 海伦 | carlos カルロス 卡洛斯 | jose ホセ 何塞 | pedro ペドロ 佩德罗
    pablo パブロ 巴勃罗 | juan - 胡安 | luis ルイス 路易斯 | mario マリオ 马里奥 | marco マルコ 马尔科
    ivan - 伊万 | sergei セルゲイ 谢尔盖 | mikhail ミハイル 米哈伊尔 | vladimir - 弗拉基米尔 | dmitry - 德米特里
    ibrahim イブラヒム 易卜拉欣 | ali アリ 阿里 | hassan ハッサン 哈桑 | ahmed - 艾哈迈德 | mohammed - 穆罕默德
    omar - 奥马尔 | singh シン 辛格 | smith スミス 史密斯 | johnson ジョンソン 约翰逊
    williams ウィリアムズ 威廉姆斯 | brown ブラウン 布朗 | jones ジョーンズ 琼斯 | miller ミラー 米勒
    davis - 戴维斯 | wilson ウィルソン 威尔逊 | taylor テイラー 泰勒 | anderson アンダーソン 安德森
    jackson ジャクソン 杰克逊 | white ホワイト 怀特 | harris ハリス 哈里斯 | clark クラーク 克拉克
    lewis ルイス 刘易斯 | walker ウォーカー 沃克 | scott スコット 斯科特 | green グリーン 格林 | baker - 贝克
    adams - 亚当斯 | nelson ネルソン 纳尔逊 | campbell キャンベル 坎贝尔 | mitchell ミッチェル 米切尔
    roberts ロバーツ 罗伯茨 | carter カーター 卡特 | phillips フィリップス 菲利普斯 | evans - 埃文斯
    turner ターナー 特纳 | parker パーカー 帕克 | collins コリンズ 柯林斯 | edwards エドワーズ 爱德华兹
    stewart - 斯图尔特 | morris モリス 莫里斯 | murphy マーフィー 墨菲 | cook クック 库克 | cooper クーパー 库珀
    peterson ピーターソン 彼得森 | bailey ベイリー 贝利 | kelly ケリー 凯利 | howard ハワード 霍华德
    ward ウォード 沃德 | watson ワトソン 沃森 | brooks ブルックス 布鲁克斯 | gray グレイ 格雷
    hughes ヒューズ 休斯 | foster フォスター 福斯特 | russell ラッセル 拉塞尔 | hamilton ハミルトン 汉密尔顿
    sullivan - 沙利文 | wallace ウォレス 华莱士 | marshall マーシャル 马歇尔 | schmidt シュミット 施密特
    schneider シュナイダー 施奈德 | weber ウェーバー 韦伯 | wagner - 瓦格纳 | hoffmann ホフマン 霍夫曼
    garcia ガルシア 加西亚 | martinez マルティネス 马丁内斯 | rodriguez ロドリゲス 罗德里格斯
    lopez ロペス 洛佩斯 | gonzalez ゴンザレス 冈萨雷斯 | hernandez エルナンデス 埃尔南德斯 | perez ペレス 佩雷斯
    sanchez サンチェス 桑切斯 | fernandez フェルナンデス 费尔南德斯 | silva - 席尔瓦 | santos サントス 桑托斯
    rossi ロッシ 罗西 | petrov ペトロフ 彼得罗夫 | ivanov イワノフ 伊万诺夫
"""


def _column(number: int) -> dict[str, str]:
    rows = (row.split() for line in _ROWS.strip().split("\n") for row in line.split("|"))
    return {row[0]: row[number] for row in rows if row[number] != "-"}


IN_KATAKANA, IN_HAN = _column(1), _column(2)
"""By the folded name in Latin letters."""
