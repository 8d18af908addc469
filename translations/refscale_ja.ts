<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>About</name>
    <message>
        <source>About RefScale</source>
        <translation>RefScale について</translation>
    </message>
    <message>
        <source>RefScale %1</source>
        <translation>RefScale %1</translation>
    </message>
    <message>
        <source>Enlarges a picture four times with the help of a better one.
Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>より良い画像を参考に、画像を 4 倍に拡大します。
GNU 一般公衆利用許諾書バージョン 3 以降に基づく自由ソフトウェアです。いかなる保証もありません。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>参照を追加(&amp;R)…</translation>
    </message>
    <message>
        <source>Set &amp;true picture…</source>
        <translation>正解画像を設定(&amp;T)…</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>サンプルを試す(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Save &amp;job</source>
        <translation>ジョブを保存(&amp;J)</translation>
    </message>
    <message>
        <source>Save job &amp;as…</source>
        <translation>ジョブに名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Upscale 4×</source>
        <translation>4× 拡大(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keep as snapshot</source>
        <translation>スナップショットとして残す(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>ブラシ(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>ブラシを小さく(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Larger brush</source>
        <translation>ブラシを大きく(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Invert the painted area</source>
        <translation>塗った範囲を反転(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Clear the painted area</source>
        <translation>塗った範囲を消去(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Load a painted area…</source>
        <translation>塗った範囲を読み込む(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Save the painted area…</source>
        <translation>塗った範囲を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Enlarge &amp;without reference</source>
        <translation>参照なしで拡大(&amp;W)</translation>
    </message>
    <message>
        <source>Use the &amp;better reference</source>
        <translation>より良い参照を使う(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Use the C&amp;PU</source>
        <translation>CPU を使う(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>画像(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Matches</source>
        <translation>対応(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;One picture</source>
        <translation>1 枚で表示(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>分割(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;de by side</source>
        <translation>左右に並べる(&amp;D)</translation>
    </message>
    <message>
        <source>Di&amp;fference</source>
        <translation>差分(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Blink</source>
        <translation>点滅(&amp;B)</translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation>A と B を入れ替える(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Turn the split</source>
        <translation>分割線を回す(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体を表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>ズームイン(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>ズームアウト(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pictures panel</source>
        <translation>画像パネル(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Settings and Inspect</source>
        <translation>設定と検査(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;All panels</source>
        <translation>すべてのパネル(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next area</source>
        <translation>次の領域(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious area</source>
        <translation>前の領域(&amp;V)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>配置を元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>環境設定(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>モデル(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;About RefScale</source>
        <translation>RefScale について(&amp;A)</translation>
    </message>
    <message>
        <source>M&amp;aps</source>
        <translation>マップ(&amp;A)</translation>
    </message>
    <message>
        <source>One map</source>
        <translation>マップ 1 つ</translation>
    </message>
    <message>
        <source>Two maps</source>
        <translation>マップ 2 つ</translation>
    </message>
    <message>
        <source>Four maps</source>
        <translation>マップ 4 つ</translation>
    </message>
    <message>
        <source>P&amp;in the match</source>
        <translation>対応をピン留め(&amp;I)</translation>
    </message>
    <message>
        <source>Find references in a &amp;folder…</source>
        <translation>フォルダーから参照を探す(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Loupe</source>
        <translation>ルーペ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Paint the marked region</source>
        <translation>選んだ範囲を塗る(&amp;P)</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>一時停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>Recent &amp;pictures…</source>
        <translation>最近の画像(&amp;P)…</translation>
    </message>
    <message>
        <source>What &amp;happened…</source>
        <translation>何が起きたか(&amp;H)…</translation>
    </message>
    <message>
        <source>S&amp;huffled-reference control</source>
        <translation>シャッフルした参照による対照(&amp;H)</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>小さい参照を使う</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>fp32 で計算</translation>
    </message>
    <message>
        <source>Why is no GPU used?</source>
        <translation>GPU を使わない理由</translation>
    </message>
    <message>
        <source>&amp;Help on this part</source>
        <translation>この部分のヘルプ(&amp;H)</translation>
    </message>
</context>
<context>
    <name>DifferenceBar</name>
    <message>
        <source>A minus B, brightness of 255</source>
        <translation>A − B、明るさ（最大 255）</translation>
    </message>
    <message>
        <source>Difference, of 255, per channel</source>
        <translation>差（255 段階、チャンネルごと）</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>There is no file %1; check its name.</source>
        <translation>ファイル %1 がありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>RefScale may not read %1; check its permissions.</source>
        <translation>%1 を読み込む権限がありません。アクセス権を確認してください。</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation>%1 を開けませんでした：%2。</translation>
    </message>
    <message>
        <source>The disk is full; free some space and write %1 again.</source>
        <translation>ディスクがいっぱいです。空き容量を増やして、%1 をもう一度書き込んでください。</translation>
    </message>
    <message>
        <source>RefScale may not write %1; check the permissions of its folder, or write elsewhere.</source>
        <translation>%1 に書き込む権限がありません。フォルダーのアクセス権を確認するか、別の場所に書き込んでください。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 を書き込めませんでした：%2。</translation>
    </message>
    <message>
        <source>%1 is not a file; name a file.</source>
        <translation>%1 はファイルではありません。ファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 MiB that RefScale reads of such a file.</source>
        <translation>%1 は、RefScale がこの種類のファイルで読み込める上限の %2 MiB を超えています。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 を読み込めませんでした。</translation>
    </message>
    <message>
        <source>%1 is there already and was kept; choose another name.</source>
        <translation>%1 はすでにあるため、そのまま残しました。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>There is no folder %1; create it first.</source>
        <translation>フォルダー %1 がありません。先に作成してください。</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file to write.</source>
        <translation>%1 はフォルダーです。書き込むファイルを指定してください。</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe; name a plain file to write.</source>
        <translation>%1 はデバイスかパイプです。書き込む通常のファイルを指定してください。</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1; close other programs or use a smaller picture.</source>
        <translation>%1 を読み込むにはメモリが足りません。ほかのプログラムを閉じるか、小さい画像を使ってください。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of %1 pixels; close other programs or use a smaller picture.</source>
        <translation>%1 ピクセルの画像にはメモリが足りません。ほかのプログラムを閉じるか、小さい画像を使ってください。</translation>
    </message>
    <message>
        <source>%1 is empty; it holds no picture.</source>
        <translation>%1 は空で、画像が入っていません。</translation>
    </message>
    <message>
        <source>%1 is not a picture that RefScale knows; it reads %2.</source>
        <translation>%1 は RefScale で読める画像ではありません。読める形式：%2。</translation>
    </message>
    <message>
        <source>%1 has %2 MiB, more than a picture within the limit of %3; raise it with --pixel-limit if the file is what you expect.</source>
        <translation>%1 は %2 MiB あり、上限 %3 の画像としては大きすぎます。ファイルに間違いがなければ、--pixel-limit で上限を上げてください。</translation>
    </message>
    <message>
        <source>%1 holds no picture: its size is %2 pixels.</source>
        <translation>%1 には画像が入っていません。大きさが %2 ピクセルです。</translation>
    </message>
    <message>
        <source>%1 has %2 pixels, more than any picture that RefScale can hold; reduce it first.</source>
        <translation>%1 は %2 ピクセルあり、RefScale で扱える大きさを超えています。先に縮小してください。</translation>
    </message>
    <message>
        <source>%1 has %2 pixels, more than the limit of %3; raise it with --pixel-limit if the file is what you expect.</source>
        <translation>%1 は %2 ピクセルあり、上限の %3 を超えています。ファイルに間違いがなければ、--pixel-limit で上限を上げてください。</translation>
    </message>
    <message>
        <source>%1 is broken or cut off; get a complete copy of it.</source>
        <translation>%1 は壊れているか、途中で切れています。完全なファイルを入手してください。</translation>
    </message>
    <message>
        <source>%1 is a kind of file that RefScale cannot read: %2; convert it to PNG. It reads %3.</source>
        <translation>%1 は RefScale で読めない種類のファイルです：%2。PNG に変換してください。読める形式：%3。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read; check its name and its rights.</source>
        <translation>フォルダー %1 を読み込めません。名前とアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <translation>書き込む画像がありません。</translation>
    </message>
    <message>
        <source>There is not enough memory to write the picture; close other programs.</source>
        <translation>画像を書き込むにはメモリが足りません。ほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>%1 pictures have at most %2 pixels a side, not %3 x %4; write PNG or TIFF.</source>
        <translation>%1 画像の一辺は最大 %2 ピクセルで、%3 × %4 は書き込めません。PNG か TIFF で書き込んでください。</translation>
    </message>
    <message>
        <source>%1 pictures have at most %2 pixels a side, not %3 x %4.</source>
        <translation>%1 画像の一辺は最大 %2 ピクセルで、%3 × %4 は書き込めません。</translation>
    </message>
    <message>
        <source>The engine %1 could not be loaded; run packaging/run again, or install RefScale anew.</source>
        <translation>エンジン %1 を読み込めませんでした。packaging/run をもう一度実行するか、RefScale をインストールし直してください。</translation>
    </message>
    <message>
        <source>The engine %1 is of another version; install RefScale anew.</source>
        <translation>エンジン %1 はバージョンが異なります。RefScale をインストールし直してください。</translation>
    </message>
    <message>
        <source>There is no model %1; none is installed, import one with &quot;refscale import-model&quot;.</source>
        <translation>モデル %1 がありません。モデルが 1 つもインストールされていないので、&quot;refscale import-model&quot; で取り込んでください。</translation>
    </message>
    <message>
        <source>There is no model %1; choose one of: %2.</source>
        <translation>モデル %1 がありません。次から選んでください：%2。</translation>
    </message>
    <message>
        <source>There is not enough memory to bring this reference into line; close other programs, or take a smaller reference.</source>
        <translation>この参照の位置を合わせるにはメモリが足りません。ほかのプログラムを閉じるか、小さい参照を使ってください。</translation>
    </message>
    <message>
        <source>A part of what was borrowed came out twice, so there is no result; try again, or another precision.</source>
        <translation>借用した部分の一部が重複したため、結果はありません。もう一度試すか、別の精度を選んでください。</translation>
    </message>
    <message>
        <source>The GPU failed at %1; try again, on another device or on the CPU.</source>
        <translation>GPU が %1 で失敗しました。もう一度試すか、別のデバイスまたは CPU を使ってください。</translation>
    </message>
    <message>
        <source>The network gave a blank picture, so there is no result; choose fp32 as precision, or another model.</source>
        <translation>ネットワークが空白の画像を出したため、結果はありません。精度に fp32 を選ぶか、別のモデルを使ってください。</translation>
    </message>
    <message>
        <source>A part of the result came out blank (around %1 in the input), so there is no result; choose fp32 as precision, or another model.</source>
        <translation>結果の一部が空白になったため（入力の %1 付近）、結果はありません。精度に fp32 を選ぶか、別のモデルを使ってください。</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of the result are those of another place, so there is no result; try again, or another precision.</source>
        <translation>結果の %1 行から %2 行が別の場所のものになっているため、結果はありません。もう一度試すか、別の精度を選んでください。</translation>
    </message>
    <message>
        <source>The network gave invalid numbers, so there is no result; choose fp32 as precision, or another model.</source>
        <translation>ネットワークが無効な数値を出したため、結果はありません。精度に fp32 を選ぶか、別のモデルを使ってください。</translation>
    </message>
    <message>
        <source>A processor does not compute in fp16; choose auto, fp32 or bf16.</source>
        <translation>プロセッサは fp16 では計算しません。auto、fp32、bf16 のいずれかを選んでください。</translation>
    </message>
    <message>
        <source>No GPU can be used: %1 Choose the CPU as device.</source>
        <translation>使える GPU がありません: %1 デバイスに CPU を選んでください。</translation>
    </message>
    <message>
        <source>This picture and its reference are too large for the exact matcher; enlarge the picture in parts, or reduce the reference to %1 megapixels (--reference-megapixels).</source>
        <translation>この画像と参照は厳密な対応付けには大きすぎます。画像を分けて拡大するか、参照を %1 メガピクセルに縮小してください（--reference-megapixels）。</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture; close other programs, use a smaller reference, or enlarge the picture in parts.</source>
        <translation>この画像にはメモリが足りません。ほかのプログラムを閉じるか、小さい参照を使うか、画像を分けて拡大してください。</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has no contrastive extractor; use the matcher vgg or another model.</source>
        <translation>モデル「%1」には対照学習の特徴抽出器がありません。対応付けの方法に vgg を選ぶか、別のモデルを使ってください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no complete model (restoration network and VGG-19); import published checkpoints with &quot;refscale import-model&quot;.</source>
        <translation>「%1」には完全なモデル（復元ネットワークと VGG-19）が入っていません。公開チェックポイントは「refscale import-model」で取り込んでください。</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has no single-image network underneath; leave --network base out, or choose another model.</source>
        <translation>モデル「%1」には土台となる単一画像ネットワークがありません。--network base を外すか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has the published layout, whose matches cannot be mirrored; choose one pass (--self-ensemble 1).</source>
        <translation>モデル「%1」は公開された構成で、対応を反転できません。復元回数を 1 にしてください（--self-ensemble 1）。</translation>
    </message>
    <message>
        <source>There is not enough memory to load the engine; close other programs, or raise the limit that was set.</source>
        <translation>エンジンを読み込むにはメモリが足りません。ほかのプログラムを閉じるか、設定された上限を上げてください。</translation>
    </message>
</context>
<context>
    <name>FailureDetails</name>
    <message>
        <source>What happened</source>
        <translation>何が起きたか</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Open pictures here, choose between the picture, its matches and its maps, and export the result.</source>
        <translation>ここで画像を開き、画像、対応、マップを切り替え、結果を書き出します。</translation>
    </message>
    <message>
        <source>Drop the picture to enlarge on the left and a better picture of the same thing on the right. The sample shows what comes of it.</source>
        <translation>拡大する画像を左に、同じものを写したより良い画像を右にドロップします。サンプルで効果を確かめられます。</translation>
    </message>
    <message>
        <source>The picture that is enlarged, the references that detail is borrowed from, and the true picture, if you have one to compare with.</source>
        <translation>拡大する画像、細部を借りる参照、そして比較用の正解画像（あれば）です。</translation>
    </message>
    <message>
        <source>How the picture is enlarged. The usual values serve well; a dot marks what differs from them, a double-click on its name takes it back.</source>
        <translation>画像を拡大する方法です。通常の値のままで十分です。通常と異なる項目には点が付き、名前をダブルクリックすると元に戻ります。</translation>
    </message>
    <message>
        <source>What is known of the references before a run, and of the result after it: how much was borrowed, what was checked, how long it took.</source>
        <translation>実行前は参照について、実行後は結果について分かることを示します。借用の割合、確認した内容、かかった時間です。</translation>
    </message>
    <message>
        <source>Says how things stand and offers the next step. Upscale 4× needs a picture alone; with a reference it borrows detail from it.</source>
        <translation>今の状態と次にすることを示します。「4× 拡大」は画像だけでも実行でき、参照があればそこから細部を借ります。</translation>
    </message>
    <message>
        <source>Lines lead from places of the picture to the places of the reference that show the same. Rings stand where no match is sure.</source>
        <translation>画像の場所から、参照の同じものを写した場所へ線を引きます。確かな対応がない所にはリングが付きます。</translation>
    </message>
    <message>
        <source>Each pane colours every place of the picture by one number. The same place is under the crosshair in all panes.</source>
        <translation>どの枠でも、画像の各場所を 1 つの数値で色分けします。十字線は、すべての枠で同じ場所を指します。</translation>
    </message>
    <message>
        <source>The picture that is enlarged. Drop another one here to replace it.</source>
        <translation>拡大する画像です。別の画像をここにドロップすると置き換わります。</translation>
    </message>
    <message>
        <source>References show the same thing as the picture, sharper or closer. The bars say how much each of them can give; unchecked ones are not used.</source>
        <translation>参照は、画像と同じものをより鮮明に、またはより近くから写したものです。バーは、それぞれがどれだけ提供できるかを示します。チェックを外した参照は使いません。</translation>
    </message>
    <message>
        <source>What the result should look like, where that is known: four times as large as the picture. PSNR and SSIM are then measured against it.</source>
        <translation>正解が分かっている場合に、結果のあるべき姿を示す画像です。大きさは画像の 4 倍です。これに対して PSNR と SSIM を測ります。</translation>
    </message>
    <message>
        <source>Wheel or + and − zoom, dragging and the arrow keys move. S, D, F, B and L choose how two pictures are compared; hold Space to see A alone.</source>
        <translation>ホイールまたは + と − でズームし、ドラッグまたは矢印キーで移動します。S、D、F、B、L で 2 枚の画像の比較方法を選びます。スペースキーを押している間は A だけが見えます。</translation>
    </message>
    <message>
        <source>Ways to compare A with B: a line between both, side by side, their difference, blinking, or a loupe that shows both.</source>
        <translation>A と B を比較する方法：分割線、左右に並べる、差分、点滅、両方を映すルーペ。</translation>
    </message>
    <message>
        <source>What is shown as A: bicubic is the picture enlarged without any model, reference off is what the model alone makes of it.</source>
        <translation>A に表示するもの：「双三次補間」はモデルを使わずに拡大した画像、「参照オフ」はモデルだけで作った画像です。</translation>
    </message>
    <message>
        <source>What is shown as B, usually the result. X swaps A and B.</source>
        <translation>B に表示するものです。通常は結果です。X で A と B を入れ替えます。</translation>
    </message>
    <message>
        <source>Hatching covers what no reference reaches: there the model invents.</source>
        <translation>斜線は、どの参照も届かない所を示します。そこはモデルの創作です。</translation>
    </message>
    <message>
        <source>Point at a place to see its match on the other side. Tab steps through the lines, P pins one; drag for a region, with Shift for a free one.</source>
        <translation>場所を指すと、反対側に対応が表示されます。Tab で線を順にたどり、P でピン留めします。ドラッグで範囲を選び、Shift を押しながらだと自由な形で選べます。</translation>
    </message>
    <message>
        <source>The place under the pointer, its match and its result, enlarged, with their numbers; beside them what you have pinned.</source>
        <translation>ポインターの位置とその対応、結果を拡大し、数値とともに示します。横にはピン留めしたものが並びます。</translation>
    </message>
    <message>
        <source>Evenly spread shows the best match of each part of the picture. Best and worst go by confidence times uniqueness.</source>
        <translation>「均等に」は画像の各部分で最良の対応を表示します。「最良」と「最悪」は、信頼度 × 一意性の順です。</translation>
    </message>
    <message>
        <source>How far and where to the matches lie from their places. Drag a rectangle to mark the places with these offsets in all views.</source>
        <translation>対応が元の場所からどちらへどれだけずれているかを示します。長方形をドラッグすると、そのずれを持つ場所がすべてのビューで示されます。</translation>
    </message>
    <message>
        <source>How many matches are how sure. Drag the handle, or press the arrow keys, to show only those above it.</source>
        <translation>どの信頼度の対応がどれだけあるかを示します。つまみをドラッグするか矢印キーを押すと、それを超えるものだけを表示します。</translation>
    </message>
    <message>
        <source>The scale at which the network reads the reference: relu3_1 has one place for 4 × 4 pixels of the result, relu1_1 one for each.</source>
        <translation>ネットワークが参照を読む縮尺です。relu3_1 では結果の 4 × 4 ピクセルごとに 1 か所、relu1_1 では 1 ピクセルごとに 1 か所あります。</translation>
    </message>
    <message>
        <source>An offset is what the match found plus what the network learned to add. Total is both together.</source>
        <translation>ずれは、対応で見つかった分に、ネットワークが学習により加えた分を足したものです。「合計」は両方を合わせた値です。</translation>
    </message>
    <message>
        <source>The trained network. Models lists all of them with their licences.</source>
        <translation>学習済みのネットワークです。「モデル」ですべてのモデルとライセンスを確認できます。</translation>
    </message>
    <message>
        <source>Where it is computed. Auto takes a GPU where there is one.</source>
        <translation>計算するデバイスです。「自動」では、GPU があれば GPU を使います。</translation>
    </message>
    <message>
        <source>How exactly it is computed. Auto takes the fastest that gives the same picture.</source>
        <translation>計算の精度です。「自動」では、同じ画像になるもののうち最速のものを使います。</translation>
    </message>
    <message>
        <source>How much is borrowed. Below 100 % unsure places go first; at 0 % nothing is borrowed. The matches are kept.</source>
        <translation>どれだけ借用するかです。100 % 未満では不確かな所から順に減り、0 % では何も借用しません。対応は保持されます。</translation>
    </message>
    <message>
        <source>Where a match is unsure less of it is taken, so that wrong detail does not get in.</source>
        <translation>対応が不確かな所では借用を減らし、誤った細部が入らないようにします。</translation>
    </message>
    <message>
        <source>Paint over what the references show differently, such as people who moved: nothing is borrowed there.</source>
        <translation>動いた人など、参照で異なって写っているものを塗ってください。そこでは何も借用しません。</translation>
    </message>
    <message>
        <source>How near each picture comes to the true one: a higher PSNR and an SSIM nearer to 1 are better.</source>
        <translation>各画像が正解画像にどれだけ近いかを示します。PSNR は高いほど、SSIM は 1 に近いほど良い結果です。</translation>
    </message>
    <message>
        <source>How long each stage of the last run took.</source>
        <translation>前回の実行で、各段階にかかった時間です。</translation>
    </message>
    <message>
        <source>Drop a picture, drop a better one of the same thing, press Upscale 4×. F6 goes from area to area, F1 explains where you are.</source>
        <translation>画像をドロップし、同じものを写したより良い画像をドロップして、「4× 拡大」を押します。F6 で領域を順に移り、F1 で今いる所の説明を表示します。</translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>創作</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Match confidence</source>
        <translation>対応の信頼度</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>一意性</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往復誤差</translation>
    </message>
    <message>
        <source>Offset length</source>
        <translation>ずれの長さ</translation>
    </message>
    <message>
        <source>Offset direction</source>
        <translation>ずれの方向</translation>
    </message>
    <message>
        <source>Mask weight</source>
        <translation>マスクの重み</translation>
    </message>
    <message>
        <source>Borrowed or invented</source>
        <translation>借用か創作か</translation>
    </message>
    <message>
        <source>%1 · total</source>
        <translation>%1 · 合計</translation>
    </message>
    <message>
        <source>%1 · match</source>
        <translation>%1 · 対応</translation>
    </message>
    <message>
        <source>%1 · learned</source>
        <translation>%1 · 学習</translation>
    </message>
    <message>
        <source>output px</source>
        <translation>出力 px</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>score gap</source>
        <translation>得点差</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Surest reference</source>
        <translation>最も確かな参照</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>Do not &amp;borrow here</source>
        <translation>ここでは借りない(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>テーマ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>参照(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>実行(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>OffsetFrame</name>
    <message numerus="yes">
        <source>Single points instead of counts, up to %n</source>
        <translation>
            <numerusform>件数の代わりに個々の点を表示（最大 %n 個）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferenceWords</name>
    <message>
        <source>Only %1 of the picture is surely found in %2; it may show another part, or another time.</source>
        <translation>画像のうち %2 で確実に見つかるのは %1 だけです。別の部分か別の時期を写しているのかもしれません。</translation>
    </message>
    <message>
        <source>What is found looks less alike than it should.</source>
        <translation>見つかった部分の似方が足りません。</translation>
    </message>
    <message>
        <source>%1 shows the thing smaller than the enlarged picture will, so it has less detail to give.</source>
        <translation>%1 では被写体が拡大後の画像より小さく、提供できる細部が少なくなります。</translation>
    </message>
    <message>
        <source>%1 shows the thing %2 times as large; so close, little can be matched.</source>
        <translation>%1 では被写体が %2 倍の大きさです。近すぎると対応が取りにくくなります。</translation>
    </message>
    <message>
        <source>%1 is turned by %2°, which makes matching harder.</source>
        <translation>%1 は %2° 回転していて、対応を取りにくくなります。</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良い</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>まずまず</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱い</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>不適</translation>
    </message>
    <message>
        <source>%1, covers %2</source>
        <translation>%1、%2 をカバー</translation>
    </message>
    <message>
        <source>As large, turned %1°</source>
        <translation>同じ大きさ、%1° 回転</translation>
    </message>
    <message>
        <source>%1× closer, turned %2°</source>
        <translation>%1× 近い、%2° 回転</translation>
    </message>
    <message>
        <source>%1× scale, turned %2°</source>
        <translation>縮尺 %1×、%2° 回転</translation>
    </message>
    <message>
        <source>%1 shows the same thing, sharply and large enough.</source>
        <translation>%1 は同じものを、十分に鮮明で大きく写しています。</translation>
    </message>
    <message>
        <source>%1 shows something else: hardly a place of the picture is found in it.</source>
        <translation>%1 は別のものを写しています。画像の場所がほとんど見つかりません。</translation>
    </message>
    <message>
        <source>A photo from the same place that shows more of the picture</source>
        <translation>同じ場所から、画像のより広い範囲を写した写真</translation>
    </message>
    <message>
        <source>The same season and daylight</source>
        <translation>同じ季節と光</translation>
    </message>
    <message>
        <source>A larger or closer photo</source>
        <translation>より大きい、またはより近い写真</translation>
    </message>
    <message>
        <source>A photo from farther away, or this one reduced</source>
        <translation>もっと離れて撮った写真、またはこれを縮小したもの</translation>
    </message>
    <message>
        <source>The photo turned upright</source>
        <translation>正立させた写真</translation>
    </message>
    <message>
        <source>As large</source>
        <translation>同じ大きさ</translation>
    </message>
    <message>
        <source>%1× closer</source>
        <translation>%1× 近い</translation>
    </message>
    <message>
        <source>%1× scale</source>
        <translation>縮尺 %1×</translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込んでいます</translation>
    </message>
    <message>
        <source>Matching the pictures</source>
        <translation>画像の対応を取っています</translation>
    </message>
    <message>
        <source>Aligning the matches</source>
        <translation>対応を位置合わせしています</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>復元しています</translation>
    </message>
    <message>
        <source>Checking the result</source>
        <translation>結果を確認しています</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>書き込んでいます</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>キャンセルしています</translation>
    </message>
    <message>
        <source>What is shown stays as it is.</source>
        <translation>表示中のものはそのまま残ります。</translation>
    </message>
    <message>
        <source>Restoring without the reference, to compare</source>
        <translation>比較のため参照なしで復元しています</translation>
    </message>
    <message>
        <source>The matches are ready: open Matches while this runs. Changed settings apply to the next run.</source>
        <translation>対応の準備ができました。実行中でも「対応」を開けます。変更した設定は次の実行から有効です。</translation>
    </message>
    <message>
        <source>You can go on looking around. Changed settings apply to the next run.</source>
        <translation>このまま見て回れます。変更した設定は次の実行から有効です。</translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>残り約 %1</translation>
    </message>
    <message>
        <source>Just started</source>
        <translation>開始したばかり</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The result before is kept.</source>
        <translation>前の結果は残っています。</translation>
    </message>
    <message>
        <source>Your pictures and settings are as they were.</source>
        <translation>画像と設定は元のままです。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>CPU を使う</translation>
    </message>
    <message>
        <source>Only the restoring step runs again. The shown result is the old one.</source>
        <translation>復元だけをやり直します。表示中の結果は古いものです。</translation>
    </message>
    <message>
        <source>The shown result is the old one.</source>
        <translation>表示中の結果は古いものです。</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>as the run before took</source>
        <translation>前回の実行と同じ</translation>
    </message>
    <message>
        <source>Export shown…</source>
        <translation>表示中の結果を書き出す…</translation>
    </message>
    <message>
        <source>Upscale again</source>
        <translation>もう一度拡大</translation>
    </message>
    <message>
        <source>Done in %1, without a reference</source>
        <translation>%1 で完了、参照なし</translation>
    </message>
    <message>
        <source>All detail comes from the model alone. Hold Space to see the picture before.</source>
        <translation>細部はすべてモデルだけによるものです。スペースキーを押している間は元の画像が見えます。</translation>
    </message>
    <message>
        <source>Done in %1. %2 % of the picture is borrowed, %3 % invented</source>
        <translation>%1 で完了。画像の %2 % は借用、%3 % は創作</translation>
    </message>
    <message>
        <source>Invented: no sure match there, so the detail comes from the model alone. Hold Space to see the picture before.</source>
        <translation>創作：確かな対応がなく、細部はモデルだけによるものです。スペースキーを押している間は元の画像が見えます。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>%1 × %2 becomes %3 × %4.</source>
        <translation>%1 × %2 が %3 × %4 になります。</translation>
    </message>
    <message>
        <source>Now add a better picture of the same thing</source>
        <translation>同じものを写した、より良い画像を追加してください</translation>
    </message>
    <message>
        <source>A reprint, another angle or a closer view. Drop it anywhere.</source>
        <translation>複製、別の角度、または近くからの写真。どこにでもドロップできます。</translation>
    </message>
    <message>
        <source>All references are turned off.</source>
        <translation>すべての参照がオフです。</translation>
    </message>
    <message>
        <source>Enlarge without reference</source>
        <translation>参照なしで拡大</translation>
    </message>
    <message>
        <source>Add reference…</source>
        <translation>参照を追加…</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使う</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>メモリ %1</translation>
    </message>
    <message>
        <source>%1 shows something else: no sure match</source>
        <translation>%1 は別のものです：確かな対応がありません</translation>
    </message>
    <message>
        <source>All detail would come from the model alone.</source>
        <translation>細部はすべてモデルだけによるものになります。</translation>
    </message>
    <message>
        <source>Weak reference: only %1 of the picture has a sure match</source>
        <translation>弱い参照：確かな対応があるのは画像の %1 だけです</translation>
    </message>
    <message>
        <source>The result would be almost the same as without a reference.</source>
        <translation>結果は参照なしの場合とほとんど変わりません。</translation>
    </message>
    <message>
        <source>Upscale anyway</source>
        <translation>それでも拡大</translation>
    </message>
    <message>
        <source>Good reference: %1 of the picture has a sure match</source>
        <translation>良い参照：画像の %1 に確かな対応があります</translation>
    </message>
    <message>
        <source>Fair reference: %1 of the picture has a sure match</source>
        <translation>まずまずの参照：画像の %1 に確かな対応があります</translation>
    </message>
    <message>
        <source>%1 fits best: the detail comes from it.</source>
        <translation>%1 が最適です。細部はそこから取ります。</translation>
    </message>
    <message>
        <source>Upscale 4×</source>
        <translation>4× 拡大</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 を調べています…</translation>
    </message>
    <message>
        <source>Ready to borrow from %1</source>
        <translation>%1 から借りる準備ができました</translation>
    </message>
    <message numerus="yes">
        <source>Ready to borrow from %n references</source>
        <translation>
            <numerusform>%n 枚の参照から借りる準備ができました</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>ファイルを読み込んでいます</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n files</source>
        <translation>
            <numerusform>%n 個のファイルを読み込んでいます</numerusform>
        </translation>
    </message>
    <message>
        <source>Now open the picture that you want to enlarge</source>
        <translation>拡大する画像を開いてください</translation>
    </message>
    <message>
        <source>The reference is there already.</source>
        <translation>参照はもうあります。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Start with the picture you want to enlarge</source>
        <translation>まず拡大する画像を開いてください</translation>
    </message>
    <message>
        <source>Then add a better picture of the same thing, and press Upscale 4×.</source>
        <translation>次に、同じものを写したより良い画像を追加し、「4× 拡大」を押します。</translation>
    </message>
    <message>
        <source>Restoring again, to make its maps</source>
        <translation>マップを作るため、もう一度復元しています</translation>
    </message>
    <message>
        <source>Paused after %1 of the work</source>
        <translation>%1 まで進んで一時停止中</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>一時停止しています</translation>
    </message>
    <message>
        <source>What is done is kept in memory until you resume.</source>
        <translation>できた分は再開するまでメモリに残ります。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>%1 done, %2 so far</source>
        <translation>%1 完了、経過 %2</translation>
    </message>
    <message>
        <source>%1 done, %2 so far, %3 of memory</source>
        <translation>%1 完了、経過 %2、メモリ %3</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Restoring with a shuffled reference, to compare</source>
        <translation>比較のためシャッフルした参照で復元しています</translation>
    </message>
    <message>
        <source>Memory ran out once: it works in tiles half as large now.</source>
        <translation>一度メモリが不足したため、半分の大きさのタイルで処理しています。</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>小さい参照を使う</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>fp32 で計算</translation>
    </message>
    <message>
        <source>Smaller tiles did not help. It needs about %1; %2 are free.</source>
        <translation>タイルを小さくしても足りませんでした。約 %1 必要ですが、空きは %2 です。</translation>
    </message>
    <message>
        <source>The result did not pass its check, so it is not shown</source>
        <translation>結果が確認に通らなかったため、表示していません</translation>
    </message>
    <message>
        <source>Cancelled after %1 of the work. Matches kept</source>
        <translation>%1 まで進んでキャンセルしました。対応は保持</translation>
    </message>
    <message>
        <source>Cancelled after %1 of the work</source>
        <translation>%1 まで進んでキャンセルしました</translation>
    </message>
    <message>
        <source>Resume does not match again: it restores the picture.</source>
        <translation>「再開」では対応を取り直さず、画像を復元します。</translation>
    </message>
    <message>
        <source>What is matched already is not matched again.</source>
        <translation>すでに取れた対応は取り直しません。</translation>
    </message>
    <message>
        <source>%1 fits best; others lend where they match more surely.</source>
        <translation>%1 が最適です。ほかの参照の方が確かに対応する所では、そちらから借ります。</translation>
    </message>
    <message>
        <source>No usable GPU: the CPU takes about %1</source>
        <translation>使える GPU がありません：CPU では約 %1 かかります</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CompareCanvas</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>画像なし</translation>
    </message>
    <message>
        <source>zoom %1 %</source>
        <translation>ズーム %1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Split at %1 %, A %2, B %3, %4</source>
        <translation>%1 % で分割、A %2、B %3、%4</translation>
    </message>
    <message>
        <source>Side by side, A %1, B %2, %3</source>
        <translation>左右に並べて表示、A %1、B %2、%3</translation>
    </message>
    <message>
        <source>Difference of %1 and %2, %3</source>
        <translation>%1 と %2 の差分、%3</translation>
    </message>
    <message>
        <source>Blinking between %1 and %2, %3</source>
        <translation>%1 と %2 を交互に点滅、%3</translation>
    </message>
    <message>
        <source>A %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>B %1</source>
        <translation>B %1</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Sure match, %1 %</source>
        <translation>確かな対応、%1 %</translation>
    </message>
    <message>
        <source>No sure match: the model invents</source>
        <translation>確かな対応なし：モデルが創作</translation>
    </message>
    <message>
        <source>A  %1</source>
        <translation>A  %1</translation>
    </message>
    <message>
        <source>B  %1</source>
        <translation>B  %1</translation>
    </message>
    <message>
        <source>Difference of %1 and %2, ×%3</source>
        <translation>%1 と %2 の差分、×%3</translation>
    </message>
    <message>
        <source>Loupe pinned at %1, ×%2, A %3, B %4</source>
        <translation>ルーペ固定 %1、×%2、A %3、B %4</translation>
    </message>
    <message>
        <source>Loupe at %1, ×%2, A %3, B %4</source>
        <translation>ルーペ %1、×%2、A %3、B %4</translation>
    </message>
    <message>
        <source>Signed difference, %1 minus %2, %3</source>
        <translation>符号付き差分、%1 − %2、%3</translation>
    </message>
    <message>
        <source>Signed difference, %1 minus %2, ×%3</source>
        <translation>符号付き差分、%1 − %2、×%3</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ConfidencePlot</name>
    <message>
        <source>Confidence, threshold</source>
        <translation>信頼度、しきい値</translation>
    </message>
    <message>
        <source>Confidence (share of the picture, %)</source>
        <translation>信頼度（画像に占める割合、%）</translation>
    </message>
    <message>
        <source>Shown from confidence %1 on</source>
        <translation>信頼度 %1 以上を表示</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CropCanvas</name>
    <message>
        <source>Part of the picture</source>
        <translation>画像の一部</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CropDialog</name>
    <message>
        <source>Crop %1</source>
        <translation>%1 を切り抜く</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左端</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Upper edge</source>
        <translation>上端</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>切り抜く</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>画像全体</translation>
    </message>
    <message>
        <source>Draw the part to keep; pull a corner, or drag it as a whole.</source>
        <translation>残す部分をドラッグで囲みます。角を引いて大きさを変えたり、全体をドラッグして動かしたりできます。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Document</name>
    <message>
        <source>Open %1</source>
        <translation>%1 を開く</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not added: %n references are the most that one picture can have.</source>
        <translation>
            <numerusform>%1 は追加されませんでした。1 枚の画像に使える参照は %n 枚までです。</numerusform>
        </translation>
    </message>
    <message>
        <source>The reference is the picture itself.</source>
        <translation>参照が画像そのものです。</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>参照を追加</translation>
    </message>
    <message>
        <source>Set the true picture</source>
        <translation>正解画像を設定</translation>
    </message>
    <message>
        <source>Remove the true picture</source>
        <translation>正解画像を外す</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>参照を外す</translation>
    </message>
    <message>
        <source>Use reference</source>
        <translation>参照を使う</translation>
    </message>
    <message>
        <source>Leave reference out</source>
        <translation>参照を使わない</translation>
    </message>
    <message>
        <source>Swap picture and reference</source>
        <translation>画像と参照を入れ替える</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>ジョブを開く</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are the most that one picture can have; remove one first.</source>
        <translation>
            <numerusform>1 枚の画像に残せるスナップショットは %n 個までです。先に 1 つ削除してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>スナップショット %1</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 の設定</translation>
    </message>
    <message>
        <source>Leave references out</source>
        <translation>参照をすべて使わない</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>A reference was added. Matching runs again</source>
        <translation>参照が追加されました。対応を取り直します</translation>
    </message>
    <message>
        <source>A reference was taken out. Matching runs again</source>
        <translation>参照が外されました。対応を取り直します</translation>
    </message>
    <message>
        <source>The references changed. Matching runs again</source>
        <translation>参照が変わりました。対応を取り直します</translation>
    </message>
    <message>
        <source>The picture changed. Everything runs again</source>
        <translation>画像が変わりました。すべてやり直します</translation>
    </message>
    <message>
        <source>The model changed. Matching runs again</source>
        <translation>モデルが変わりました。対応を取り直します</translation>
    </message>
    <message>
        <source>The device changed. Matching runs again</source>
        <translation>デバイスが変わりました。対応を取り直します</translation>
    </message>
    <message>
        <source>The precision changed. Matching runs again</source>
        <translation>精度が変わりました。対応を取り直します</translation>
    </message>
    <message>
        <source>The way of matching changed. Matching runs again</source>
        <translation>対応の取り方が変わりました。対応を取り直します</translation>
    </message>
    <message>
        <source>Strength changed from %1 to %2. Matches kept</source>
        <translation>強さを %1 から %2 に変更。対応は保持</translation>
    </message>
    <message>
        <source>The painted area changed. Matches kept</source>
        <translation>塗った範囲が変わりました。対応は保持</translation>
    </message>
    <message>
        <source>Borrows less where the match is unsure. Matches kept</source>
        <translation>対応が不確かな所では借用を減らします。対応は保持</translation>
    </message>
    <message>
        <source>Borrows even where the match is unsure. Matches kept</source>
        <translation>対応が不確かな所でも借用します。対応は保持</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were not added: %1 references are the most that one picture can have.</source>
        <translation>
            <numerusform>%n 枚の画像は追加されませんでした。1 枚の画像に使える参照は %1 枚までです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Order the references</source>
        <translation>参照を並べ替え</translation>
    </message>
    <message>
        <source>The reference scale changed. Matching runs again</source>
        <translation>参照の縮尺が変わりました。対応を取り直します</translation>
    </message>
    <message>
        <source>Every reference lends. Matches kept</source>
        <translation>すべての参照から借用します。対応は保持</translation>
    </message>
    <message>
        <source>Only the best reference lends. Matches kept</source>
        <translation>最良の参照だけから借用します。対応は保持</translation>
    </message>
    <message>
        <source>Passes changed from %1 to %2. Matches kept</source>
        <translation>復元回数を %1 から %2 に変更。対応は保持</translation>
    </message>
    <message>
        <source>The order of the references changed. Matches kept</source>
        <translation>参照の順序が変わりました。対応は保持</translation>
    </message>
</context>
<context>
    <name>refscale::ui::DropOverlay</name>
    <message>
        <source>Drop it to enlarge it</source>
        <translation>ドロップすると拡大します</translation>
    </message>
    <message>
        <source>Drop them: the smallest is enlarged, the others are references</source>
        <translation>ドロップすると、いちばん小さい画像を拡大し、ほかは参照になります</translation>
    </message>
    <message>
        <source>Enlarge this picture instead</source>
        <translation>代わりにこの画像を拡大</translation>
    </message>
    <message>
        <source>Add as a reference</source>
        <translation>参照として追加</translation>
    </message>
    <message>
        <source>Drop it as the reference</source>
        <translation>ドロップすると参照になります</translation>
    </message>
    <message>
        <source>Drop them as references</source>
        <translation>ドロップすると参照になります</translation>
    </message>
</context>
<context>
    <name>refscale::ui::EngineClient</name>
    <message>
        <source>There is not enough memory for this picture; close other programs or use a smaller picture.</source>
        <translation>この画像にはメモリが足りません。ほかのプログラムを閉じるか、小さい画像を使ってください。</translation>
    </message>
    <message>
        <source>Something failed inside RefScale.</source>
        <translation>RefScale の内部で問題が起きました。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ExportDialog</name>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>Name template</source>
        <translation>名前のひな形</translation>
    </message>
    <message>
        <source>What the file will be called</source>
        <translation>保存されるファイルの名前</translation>
    </message>
    <message>
        <source>If there is such a file already</source>
        <translation>同じファイルがすでにある場合</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Add a number to the name</source>
        <translation>名前に番号を付ける</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>If it is there already</source>
        <translation>すでにある場合</translation>
    </message>
    <message>
        <source>Bits a channel</source>
        <translation>チャンネルのビット数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>%1×, %2</source>
        <translation>%1×、%2</translation>
    </message>
    <message>
        <source>%1×, %2 (made smaller)</source>
        <translation>%1×、%2（縮小）</translation>
    </message>
    <message>
        <source>Date, camera and place (EXIF, XMP)</source>
        <translation>日付、カメラ、場所 (EXIF, XMP)</translation>
    </message>
    <message>
        <source>The colour profile (%1)</source>
        <translation>カラープロファイル (%1)</translation>
    </message>
    <message>
        <source>How it was made, in the picture&apos;s XMP</source>
        <translation>作成情報を画像の XMP に</translation>
    </message>
    <message>
        <source>Model, references by name and hash, settings, borrowed share, version</source>
        <translation>モデル、参照の名前とハッシュ、設定、借用の割合、バージョン</translation>
    </message>
    <message>
        <source>How it was made, as a file (.refscale.json)</source>
        <translation>作成情報のファイル (.refscale.json)</translation>
    </message>
    <message numerus="yes">
        <source>Maps (%n pictures)</source>
        <translation>
            <numerusform>マップ（画像 %n 枚）</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison of A and B, as it is shown</source>
        <translation>表示中の A と B の比較</translation>
    </message>
    <message>
        <source>The painted area</source>
        <translation>塗った範囲</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Also save</source>
        <translation>あわせて保存</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>There is no value called %1.</source>
        <translation>%1 という項目はありません。</translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation>ファイルに名前を付けてください。</translation>
    </message>
    <message>
        <source>This name is too long for a file.</source>
        <translation>ファイル名が長すぎます。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 として保存します</translation>
    </message>
    <message>
        <source>%1 cannot stand in a file name: _ stands there instead.</source>
        <translation>%1 はファイル名に使えないため、_ に置き換えます。</translation>
    </message>
    <message>
        <source>There is such a file already: you will be asked.</source>
        <translation>同じファイルがすでにあります。保存時に確認します。</translation>
    </message>
    <message>
        <source>There is such a file already: it will be replaced.</source>
        <translation>同じファイルがすでにあります。置き換えられます。</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 ビット</translation>
    </message>
    <message>
        <source>This format holds no more than 8 bits.</source>
        <translation>この形式は 8 ビットまでです。</translation>
    </message>
    <message>
        <source>Transparency is laid over white.</source>
        <translation>透明な部分は白の上に重ねます。</translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already: %1</source>
        <translation>
            <numerusform>%n 個のファイルがすでにあります：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>%1 として保存</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>refscale::ui::FileClient</name>
    <message>
        <source>painted</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>sample street</source>
        <translation>サンプルの通り</translation>
    </message>
    <message>
        <source>sample street, closer</source>
        <translation>サンプルの通り、近景</translation>
    </message>
    <message>
        <source>sample street, true</source>
        <translation>サンプルの通り、正解</translation>
    </message>
    <message>
        <source>The true picture has %1 × %2 pixels, but the enlarged picture will have %3 × %4.</source>
        <translation>正解画像は %1 × %2 ピクセルですが、拡大後の画像は %3 × %4 になります。</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1 は省かれました: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ImportDialog</name>
    <message>
        <source>Import a published model</source>
        <translation>公開モデルを取り込む</translation>
    </message>
    <message>
        <source>Checkpoints of C2-Matching and its successors (.pth, .pt, .safetensors). Nothing inside them is run.</source>
        <translation>C2-Matching とその後継のチェックポイント（.pth、.pt、.safetensors）。中のコードは実行しません。</translation>
    </message>
    <message>
        <source>Restoration network</source>
        <translation>復元ネットワーク</translation>
    </message>
    <message>
        <source>Correspondence extractor</source>
        <translation>対応の特徴抽出ネットワーク</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Licence (optional)</source>
        <translation>ライセンス（任意）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>ファイルを選択：%1</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>チェックポイント (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>refscale::ui::InspectPanel</name>
    <message>
        <source>Nothing to inspect yet</source>
        <translation>検査できるものはまだありません</translation>
    </message>
    <message>
        <source>After a run the numbers are here: how much was borrowed, what was checked, how long it took.</source>
        <translation>実行すると、借用の割合、確認した内容、かかった時間がここに表示されます。</translation>
    </message>
    <message>
        <source>Why %1 is good</source>
        <translation>%1 が良い理由</translation>
    </message>
    <message>
        <source>Why %1 is fair</source>
        <translation>%1 がまずまずの理由</translation>
    </message>
    <message>
        <source>Why %1 is weak</source>
        <translation>%1 が弱い理由</translation>
    </message>
    <message>
        <source>Why %1 is wrong</source>
        <translation>%1 が不適な理由</translation>
    </message>
    <message>
        <source>Picture covered</source>
        <translation>カバーする範囲</translation>
    </message>
    <message>
        <source>%1 (good: %2)</source>
        <translation>%1（良い：%2）</translation>
    </message>
    <message>
        <source>Similarity where covered</source>
        <translation>その範囲の類似度</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>縮尺</translation>
    </message>
    <message>
        <source>%1× (good: %2 to %3)</source>
        <translation>%1×（良い：%2～%3）</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>回転</translation>
    </message>
    <message>
        <source>%1° (good: under %2)</source>
        <translation>%1°（良い：%2 未満）</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>改善のヒント</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Invented by the model</source>
        <translation>モデルの創作</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>計算したデバイス</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Colours kept when shrunk back</source>
        <translation>縮小して戻しても色は同じ</translation>
    </message>
    <message>
        <source>Colours differ when shrunk back</source>
        <translation>縮小して戻すと色が異なる</translation>
    </message>
    <message>
        <source>Δ %1 / 255</source>
        <translation>Δ %1 / 255</translation>
    </message>
    <message>
        <source>Against the true picture</source>
        <translation>正解画像との比較</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>スナップショット</translation>
    </message>
    <message>
        <source>Keep as snapshot</source>
        <translation>スナップショットとして残す</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>対応</translation>
    </message>
    <message>
        <source>Positions compared</source>
        <translation>比較した位置</translation>
    </message>
    <message>
        <source>Sure in %1</source>
        <translation>%1 で確か</translation>
    </message>
    <message>
        <source>Time per stage</source>
        <translation>段階ごとの時間</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>対応付け</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>位置合わせ</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>最大メモリ</translation>
    </message>
    <message>
        <source>%1 / 255</source>
        <translation>%1 / 255</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Difference of %1 and %2</source>
        <translation>%1 と %2 の差分</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>A minus B, brightness</source>
        <translation>A − B、明るさ</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>検査</translation>
    </message>
    <message>
        <source>%1 — RefScale</source>
        <translation>%1 — RefScale</translation>
    </message>
    <message>
        <source>RefScale</source>
        <translation>RefScale</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>sRGB  ·  %1  ·  %2 free</source>
        <translation>sRGB  ·  %1  ·  空き %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapCanvas</name>
    <message>
        <source>No map</source>
        <translation>マップなし</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1、位置 %2, %3：%4</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapLegend</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Above %1</source>
        <translation>%1 超</translation>
    </message>
    <message>
        <source>Within 4 px</source>
        <translation>4 px 以内</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>創作</translation>
    </message>
    <message>
        <source>No sure match</source>
        <translation>確かな対応なし</translation>
    </message>
    <message>
        <source>Mean, sure</source>
        <translation>確かなものの平均</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>ばらつき</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Out of range</source>
        <translation>範囲外</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>凡例</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapOptions</name>
    <message>
        <source>Lowest value</source>
        <translation>最小値</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>最大値</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>対数</translation>
    </message>
    <message>
        <source>Panes with the same map share a range</source>
        <translation>同じマップの枠は範囲を共有</translation>
    </message>
    <message>
        <source>How much the map covers the picture</source>
        <translation>マップが画像を覆う度合い</translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation>色の範囲</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>1st to 99th percentile</source>
        <translation>1～99 パーセンタイル</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>入力値</translation>
    </message>
    <message>
        <source>to</source>
        <translation>～</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>画像に重ねる</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>範囲</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapPane</name>
    <message>
        <source>Map: %1</source>
        <translation>マップ：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapsInspect</name>
    <message>
        <source>Offsets</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>ポインターの位置</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapsView</name>
    <message>
        <source>Number of maps</source>
        <translation>マップの数</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>縮尺</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>対応付け</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>表示…</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Picture with its bar (PNG)…</source>
        <translation>カラーバー付きの画像 (PNG)…</translation>
    </message>
    <message>
        <source>Picture alone (PNG)…</source>
        <translation>画像のみ (PNG)…</translation>
    </message>
    <message>
        <source>Numbers, 32-bit float (TIFF)…</source>
        <translation>数値、32 ビット浮動小数点 (TIFF)…</translation>
    </message>
    <message>
        <source>Numbers for NumPy (NPY)…</source>
        <translation>NumPy 用の数値 (NPY)…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>マップを保存</translation>
    </message>
    <message>
        <source>These numbers come with the restoration.</source>
        <translation>これらの数値は復元とともに得られます。</translation>
    </message>
    <message>
        <source>These numbers were not kept. Restoring again takes about %1; the matches are kept, and the picture stays the same.</source>
        <translation>これらの数値は保持されていません。復元のやり直しに約 %1 かかります。対応は保持され、画像は変わりません。</translation>
    </message>
    <message>
        <source>Make these maps</source>
        <translation>これらのマップを作る</translation>
    </message>
    <message>
        <source>Nothing was borrowed from this reference: another one matched better.</source>
        <translation>この参照からは借用していません。別の参照の方が合っていました。</translation>
    </message>
    <message>
        <source>Nothing was borrowed for this picture.</source>
        <translation>この画像では何も借用していません。</translation>
    </message>
    <message>
        <source>At this scale the model reads nothing from references; it does at %1.</source>
        <translation>このスケールではモデルは参照を読みません。%1 では読みます。</translation>
    </message>
    <message>
        <source>This matcher does not measure it.</source>
        <translation>この対応付けの方法では測りません。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MaskEditor</name>
    <message>
        <source>Paint</source>
        <translation>塗る</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Invert the painted area</source>
        <translation>塗った範囲を反転</translation>
    </message>
    <message>
        <source>Clear the painted area</source>
        <translation>塗った範囲を消去</translation>
    </message>
    <message>
        <source>Paint the marked region</source>
        <translation>選んだ範囲を塗る</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MaskSection</name>
    <message>
        <source>Do not borrow here</source>
        <translation>ここでは借りない</translation>
    </message>
    <message>
        <source>More for the painted area</source>
        <translation>塗った範囲のその他の操作</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>ブラシの大きさ</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>ブラシの大きさ（ピクセル）</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>%1 painted</source>
        <translation>%1 を塗装</translation>
    </message>
    <message>
        <source>Nothing painted</source>
        <translation>塗った範囲なし</translation>
    </message>
    <message>
        <source>Double-click brings back the usual value</source>
        <translation>ダブルクリックで通常の値に戻ります</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchCanvas</name>
    <message>
        <source>Matches between picture and reference</source>
        <translation>画像と参照の対応</translation>
    </message>
    <message numerus="yes">
        <source>%n positions match here</source>
        <translation>
            <numerusform>%n か所がここに対応</numerusform>
        </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Match at %1   confidence %2</source>
        <translation>対応 %1   信頼度 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) shown</source>
        <translation>
            <numerusform>%n 本の線を表示</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 matches %2, confidence %3</source>
        <translation>%1 は %2 に対応、信頼度 %3</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchesInspect</name>
    <message>
        <source>Colours of confidence, from 0 to 1</source>
        <translation>信頼度の色、0～1</translation>
    </message>
    <message>
        <source>Where the matches point</source>
        <translation>対応の指す方向</translation>
    </message>
    <message>
        <source>Number of lines</source>
        <translation>線の数</translation>
    </message>
    <message>
        <source>Which matches are drawn</source>
        <translation>描く対応の選び方</translation>
    </message>
    <message>
        <source>Evenly spread</source>
        <translation>均等に</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最良</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最悪</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Seed of the random choice</source>
        <translation>ランダム選択のシード</translation>
    </message>
    <message>
        <source>Colour of the lines</source>
        <translation>線の色</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Ring where nothing is sure</source>
        <translation>確かな対応がない所にリング</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>線</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選び方</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>色分け</translation>
    </message>
    <message>
        <source>Longest offset in pixels</source>
        <translation>ずれの上限（ピクセル）</translation>
    </message>
    <message>
        <source>Largest distance there and back in pixels</source>
        <translation>往復誤差の上限（ピクセル）</translation>
    </message>
    <message>
        <source>any</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pins only</source>
        <translation>ピンのみ</translation>
    </message>
    <message>
        <source>Offset up to</source>
        <translation>ずれの上限</translation>
    </message>
    <message>
        <source>Back within</source>
        <translation>往復の上限</translation>
    </message>
    <message>
        <source>%1 of %2 sure matches are drawn</source>
        <translation>確かな対応 %2 件のうち %1 件を表示</translation>
    </message>
    <message>
        <source>Show only confidence above %1</source>
        <translation>信頼度 %1 超のみ表示</translation>
    </message>
    <message>
        <source>Colours of direction</source>
        <translation>向きの色</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchesView</name>
    <message>
        <source>Reference</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Input, bicubic 4×</source>
        <translation>入力、双三次補間 4×</translation>
    </message>
    <message>
        <source>%1 of %2 positions have a sure match</source>
        <translation>%2 か所のうち %1 か所に確かな対応</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>画像全体</translation>
    </message>
    <message>
        <source>Clears the region (Esc)</source>
        <translation>範囲を解除 (Esc)</translation>
    </message>
    <message>
        <source>Zoom together</source>
        <translation>ズームを連動</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Show both pictures whole</source>
        <translation>両方の画像を全体表示</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>表を保存…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>表を保存</translation>
    </message>
    <message>
        <source>Save the matches as a table (CSV)</source>
        <translation>対応を表として保存 (CSV)</translation>
    </message>
    <message>
        <source>All sure matches…</source>
        <translation>確かな対応すべて…</translation>
    </message>
    <message>
        <source>Filtered matches…</source>
        <translation>絞り込んだ対応…</translation>
    </message>
    <message>
        <source>Pins…</source>
        <translation>ピン留めした対応…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
    <message>
        <source>Save the matches</source>
        <translation>対応を保存</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MemorySection</name>
    <message>
        <source>Expected of the free memory</source>
        <translation>空きメモリに対する見込み</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU メモリ</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>%1 free; what a run takes is known after the first</source>
        <translation>空き %1。実行に必要な量は最初の実行後に分かります</translation>
    </message>
    <message>
        <source>What a run takes is known after the first</source>
        <translation>実行に必要な量は最初の実行後に分かります</translation>
    </message>
    <message>
        <source>Last run: expected %1, used %2</source>
        <translation>前回の実行：見込み %1、使用 %2</translation>
    </message>
    <message>
        <source>Last run: used %1</source>
        <translation>前回の実行：使用 %1</translation>
    </message>
    <message>
        <source>Memory may run out: a run takes %1, %2 are free</source>
        <translation>メモリが足りなくなるおそれがあります: 1 回の実行に %1、空き %2</translation>
    </message>
    <message>
        <source>A run takes %1; %2 are free</source>
        <translation>1 回の実行に %1、空き %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MissingFilesDialog</name>
    <message>
        <source>Files of this job are missing</source>
        <translation>このジョブのファイルが見つかりません</translation>
    </message>
    <message>
        <source>Say where they are now, or open the job without them.</source>
        <translation>今の場所を指定するか、なしでジョブを開いてください。</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>探す…</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>%1 を探す</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>%1 はどこですか？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>ジョブを開く</translation>
    </message>
    <message>
        <source>It was in %1</source>
        <translation>以前の場所：%1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>見つかりました：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ModelShelf</name>
    <message>
        <source>Works: a test picture took %1</source>
        <translation>動作します：テスト画像に %1</translation>
    </message>
    <message>
        <source>Does not work: %1</source>
        <translation>動作しません：%1</translation>
    </message>
    <message>
        <source>Trying it out…</source>
        <translation>試しています…</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込む…</translation>
    </message>
    <message>
        <source>Import a published model</source>
        <translation>公開モデルを取り込む</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>モデルを探しています…</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>モデル %1</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1（使用中）</translation>
    </message>
    <message>
        <source>Enlarges 4×, %1 parameters, %2, %3</source>
        <translation>4× 拡大、%1 パラメーター、%2、%3</translation>
    </message>
    <message>
        <source>came with RefScale</source>
        <translation>RefScale に付属</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>取り込み済み</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>ライセンス：%1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 を使う</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>モデルを変更</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Try %1 out on a small picture</source>
        <translation>小さな画像で %1 を試す</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>ゴミ箱に移す</translation>
    </message>
    <message>
        <source>Move %1 to the trash</source>
        <translation>%1 をゴミ箱に移す</translation>
    </message>
</context>
<context>
    <name>refscale::ui::NameDialog</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>There is one of that name: it will be replaced.</source>
        <translation>同じ名前のものがあります。置き換えられます。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::NoticeBar</name>
    <message>
        <source>Swap</source>
        <translation>入れ替える</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>このお知らせを閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap picture and reference</source>
        <translation>画像と参照を入れ替える</translation>
    </message>
</context>
<context>
    <name>refscale::ui::OffsetPlot</name>
    <message>
        <source>Offsets</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>Offset right and up (relu3_1 px)</source>
        <translation>右と上へのずれ（relu3_1 px）</translation>
    </message>
    <message>
        <source>Offsets of all positions</source>
        <translation>すべての位置のずれ</translation>
    </message>
    <message>
        <source>Offset here: %1 right, %2 up</source>
        <translation>ここのずれ：右 %1、上 %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Patch</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PatchStrip</name>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>対応付け</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Pin this match</source>
        <translation>この対応をピン留め</translation>
    </message>
    <message>
        <source>Pin this match (P)</source>
        <translation>この対応をピン留め (P)</translation>
    </message>
    <message>
        <source>Centre both</source>
        <translation>両方を中央に</translation>
    </message>
    <message>
        <source>Centre both pictures on this match</source>
        <translation>両方の画像をこの対応に中央合わせ</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
    <message>
        <source>Take all pins out</source>
        <translation>ピンをすべて外す</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>ピン</translation>
    </message>
    <message>
        <source>Match in %1</source>
        <translation>%1 での対応</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PictureView</name>
    <message>
        <source>Ways of comparing</source>
        <translation>比較の方法</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Source of A</source>
        <translation>A のソース</translation>
    </message>
    <message>
        <source>Source of B</source>
        <translation>B のソース</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>差分の倍率</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show where the reference reaches</source>
        <translation>参照が届く範囲を表示</translation>
    </message>
    <message>
        <source>Input, bicubic 4×</source>
        <translation>入力、双三次補間 4×</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>双三次補間</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>前の結果</translation>
    </message>
    <message>
        <source>Reference off</source>
        <translation>参照オフ</translation>
    </message>
    <message>
        <source>True picture</source>
        <translation>正解画像</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Bicubic, until Reference off is computed</source>
        <translation>双三次補間（「参照オフ」の計算が終わるまで）</translation>
    </message>
    <message>
        <source>Fit (%1)</source>
        <translation>全体 (%1)</translation>
    </message>
    <message>
        <source>Magnification of the loupe</source>
        <translation>ルーペの倍率</translation>
    </message>
    <message>
        <source>Bicubic, and the rows that are finished</source>
        <translation>双三次補間と完成した行</translation>
    </message>
    <message>
        <source>%1 warped</source>
        <translation>変形した %1</translation>
    </message>
    <message>
        <source>Reference warped (%1)</source>
        <translation>変形した参照 (%1)</translation>
    </message>
    <message>
        <source>Bicubic, until the reference is warped</source>
        <translation>双三次補間（参照の変形が終わるまで）</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>符号付き</translation>
    </message>
    <message>
        <source>Signed difference</source>
        <translation>符号付き差分</translation>
    </message>
    <message>
        <source>A minus B: orange where A is brighter, blue where B is</source>
        <translation>A − B：A の方が明るい所はオレンジ、B の方が明るい所は青</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PicturesPanel</name>
    <message>
        <source>Picture to enlarge</source>
        <translation>拡大する画像</translation>
    </message>
    <message>
        <source>Small view of the picture to enlarge</source>
        <translation>拡大する画像の縮小表示</translation>
    </message>
    <message>
        <source>Open the picture to enlarge…</source>
        <translation>拡大する画像を開く…</translation>
    </message>
    <message>
        <source>Open the picture to enlarge</source>
        <translation>拡大する画像を開く</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>参照を追加</translation>
    </message>
    <message>
        <source>%1 × %2 → %3 × %4</source>
        <translation>%1 × %2 → %3 × %4</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 ビット</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 ビット</translation>
    </message>
    <message>
        <source>Drop a better picture here</source>
        <translation>より良い画像をここにドロップ</translation>
    </message>
    <message>
        <source>Drop another reference</source>
        <translation>さらに参照をドロップ</translation>
    </message>
    <message>
        <source>32 bit float</source>
        <translation>32 ビット浮動小数点</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PinsModel</name>
    <message>
        <source>Pin</source>
        <translation>ピン留め</translation>
    </message>
    <message>
        <source>Input x, y</source>
        <translation>入力 x, y</translation>
    </message>
    <message>
        <source>%1 x, y</source>
        <translation>%1 x, y</translation>
    </message>
    <message>
        <source>Match x, y</source>
        <translation>対応 x, y</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>信頼度</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PlotFrame</name>
    <message>
        <source>Shown in a window of its own. Close it to have it here.</source>
        <translation>別のウィンドウに表示中です。閉じるとここに戻ります。</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>別のウィンドウに表示</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>PNG, twice as large…</source>
        <translation>PNG、2 倍の大きさ…</translation>
    </message>
    <message>
        <source>PNG, four times as large…</source>
        <translation>PNG、4 倍の大きさ…</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>数値 (CSV)…</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>%1 — RefScale</source>
        <translation>%1 — RefScale</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PointerNumbers</name>
    <message>
        <source>Output position</source>
        <translation>出力位置</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>対応付け</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>信頼度</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>一意性</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往復誤差</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>Learned part</source>
        <translation>学習による分</translation>
    </message>
    <message>
        <source>Mask weight</source>
        <translation>マスクの重み</translation>
    </message>
    <message>
        <source>x, y</source>
        <translation>x, y</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>Match in %1</source>
        <translation>%1 での対応</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>%1 px of %2</source>
        <translation>%2 の %1 px</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>環境設定のページ</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>対応付け</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Changes act at once.</source>
        <translation>変更はすぐに反映されます。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Around pictures</source>
        <translation>画像の周り</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>テーマに合わせる</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>中間の灰色</translation>
    </message>
    <message>
        <source>Single letters act as shortcuts</source>
        <translation>1 文字のキーをショートカットにする</translation>
    </message>
    <message>
        <source>A match is sure from a confidence of</source>
        <translation>対応を確かとみなす信頼度</translation>
    </message>
    <message>
        <source>Decides what counts as borrowed and what the hatching shows. It changes no pixel of a result.</source>
        <translation>借用とみなす範囲と斜線の表示を決めます。結果の画素は変わりません。</translation>
    </message>
    <message>
        <source>Look at references by itself</source>
        <translation>参照を自動で調べる</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Processor cores to use</source>
        <translation>使うプロセッサーコア</translation>
    </message>
    <message>
        <source>Fewer leave room for other programs; a run takes longer.</source>
        <translation>減らすとほかのプログラムに余裕ができますが、実行に時間がかかります。</translation>
    </message>
    <message>
        <source>Blink every</source>
        <translation>点滅の間隔</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ミリ秒</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PresetSection</name>
    <message>
        <source>Settings of RefScale (*.json)</source>
        <translation>RefScale の設定 (*.json)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>More for presets</source>
        <translation>プリセットのその他の操作</translation>
    </message>
    <message>
        <source>&amp;Save these settings as…</source>
        <translation>この設定に名前を付けて保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>名前を変更(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Bring back all &amp;usual values</source>
        <translation>すべて通常の値に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>通常の設定</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>独自の設定</translation>
    </message>
    <message>
        <source>Save settings as</source>
        <translation>設定に名前を付けて保存</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>プリセットの名前を変更</translation>
    </message>
    <message>
        <source>The preset %1 was deleted.</source>
        <translation>プリセット %1 を削除しました。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>設定を取り込む</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>設定を書き出す</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation>%1 を取り込めませんでした：%2</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Presets</name>
    <message>
        <source>Use the preset %1</source>
        <translation>プリセット %1 を使う</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RankingDialog</name>
    <message>
        <source>Add as references</source>
        <translation>参照として追加</translation>
    </message>
    <message>
        <source>References in %1</source>
        <translation>%1 の参照</translation>
    </message>
    <message>
        <source>Pictures looked at</source>
        <translation>確認した画像</translation>
    </message>
    <message>
        <source>Pictures of the folder, the best reference first</source>
        <translation>フォルダーの画像（最良の参照から順に）</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>位置関係</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>読み込めません</translation>
    </message>
    <message>
        <source>%1 of %2 pictures looked at. Those checked can be added at any time.</source>
        <translation>%2 枚中 %1 枚を確認しました。選択した画像はいつでも追加できます。</translation>
    </message>
    <message>
        <source>The best pictures are checked.</source>
        <translation>最良の画像が選択されています。</translation>
    </message>
    <message>
        <source>None of these pictures shows the same thing.</source>
        <translation>同じものが写っている画像はありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>ほかに %n 枚を除外しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refscale::ui::RecentDialog</name>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>すべて消去</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>最近の画像</translation>
    </message>
    <message>
        <source>Search names and folders</source>
        <translation>名前とフォルダーを検索</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Recovery</name>
    <message>
        <source>RefScale was interrupted. What was open can be brought back.</source>
        <translation>RefScale は中断されました。開いていたものを復元できます。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>復元する</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceCard</name>
    <message>
        <source>Reference %1, %2</source>
        <translation>参照 %1、%2</translation>
    </message>
    <message>
        <source>Borrow from this reference</source>
        <translation>この参照から借りる</translation>
    </message>
    <message>
        <source>Borrow from %1</source>
        <translation>%1 から借りる</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>調べています…</translation>
    </message>
    <message>
        <source>More for this reference</source>
        <translation>この参照のその他の操作</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>%1 のその他の操作</translation>
    </message>
    <message>
        <source>Show where it &amp;reaches</source>
        <translation>届く範囲を表示(&amp;R)</translation>
    </message>
    <message>
        <source>Open in &amp;Matches</source>
        <translation>「対応」で開く(&amp;M)</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>左に回転(&amp;L)</translation>
    </message>
    <message>
        <source>Turn ri&amp;ght</source>
        <translation>右に回転(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Crop…</source>
        <translation>切り抜く(&amp;C)…</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>置き換える(&amp;P)…</translation>
    </message>
    <message>
        <source>Rank a &amp;folder…</source>
        <translation>フォルダーを順位付け(&amp;F)…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上へ移動(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下へ移動(&amp;D)</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>外す(&amp;E)</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceCommands</name>
    <message>
        <source>Replace the reference</source>
        <translation>参照を置き換える</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceEditor</name>
    <message>
        <source>Turn the reference right</source>
        <translation>参照を右に回転</translation>
    </message>
    <message>
        <source>Turn the reference left</source>
        <translation>参照を左に回転</translation>
    </message>
    <message>
        <source>Crop the reference</source>
        <translation>参照を切り抜く</translation>
    </message>
    <message>
        <source>Show the whole reference</source>
        <translation>参照全体を表示</translation>
    </message>
    <message>
        <source>Replace the reference</source>
        <translation>参照を置き換える</translation>
    </message>
    <message>
        <source>%1 stays as it is: %2</source>
        <translation>%1 は元のままです：%2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 を開けませんでした：%2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RightSide</name>
    <message>
        <source>Put the panels away</source>
        <translation>パネルをしまう</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RunBar</name>
    <message>
        <source>Run bar</source>
        <translation>実行バー</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>次にすること</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Details of what happened</source>
        <translation>起きたことの詳細</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Session</name>
    <message>
        <source>Load a painted area</source>
        <translation>塗った範囲を読み込む</translation>
    </message>
    <message>
        <source>%1 is no picture that can be used as a painted area.</source>
        <translation>%1 は塗った範囲として使える画像ではありません。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1 として保存しました。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>保存できませんでした：%1</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 を開けませんでした：%2</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2 Formats that work: %3.</source>
        <translation>%1 を開けませんでした：%2 使える形式：%3。</translation>
    </message>
    <message>
        <source>%1 was not opened: one true picture belongs to one picture to enlarge.</source>
        <translation>%1 を開けませんでした：拡大する画像 1 枚に正解画像は 1 枚です。</translation>
    </message>
    <message>
        <source>%1 was not opened: only one picture can be enlarged at a time.</source>
        <translation>%1 を開けませんでした：一度に拡大できる画像は 1 枚です。</translation>
    </message>
    <message>
        <source>Two pictures were dropped: the smaller one is enlarged.</source>
        <translation>2 枚の画像がドロップされました。小さい方を拡大します。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were dropped: the smallest one is enlarged.</source>
        <translation>
            <numerusform>%n 枚の画像がドロップされました。いちばん小さいものを拡大します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>CPU を使う</translation>
    </message>
    <message>
        <source>Open the picture to enlarge first; then the pictures of a folder can be ranked as its references.</source>
        <translation>先に拡大する画像を開いてください。その後、フォルダーの画像を参照として順位付けできます。</translation>
    </message>
    <message>
        <source>%1 was not opened: the true picture must be four times as large as the picture to enlarge.</source>
        <translation>%1 は開けませんでした: 正解画像は拡大する画像の 4 倍の大きさでなければなりません。</translation>
    </message>
    <message>
        <source>There is not enough memory to show the reference warped.</source>
        <translation>変形した参照を表示するにはメモリが足りません。</translation>
    </message>
    <message>
        <source>That was a link, and RefScale does not load from the network. Save the picture in the browser first, then drop the file.</source>
        <translation>ドロップされたのはリンクです。RefScale はネットワークから読み込みません。先にブラウザーで画像を保存し、そのファイルをドロップしてください。</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>fp32 で計算</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>小さい参照を使う</translation>
    </message>
    <message>
        <source>No GPU can be used: %1. The CPU does the same work, it takes longer.</source>
        <translation>GPU を使えません：%1。CPU でも同じ処理ができますが、時間がかかります。</translation>
    </message>
    <message>
        <source>Memory ran out once; the run was repeated in tiles half as large.</source>
        <translation>一度メモリが不足したため、半分の大きさのタイルで実行し直しました。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::SettingsPanel</name>
    <message>
        <source>Double-click brings back the usual value</source>
        <translation>ダブルクリックで通常の値に戻ります</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>モデルとデバイス</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>モデルを変更</translation>
    </message>
    <message>
        <source>Change device</source>
        <translation>デバイスを変更</translation>
    </message>
    <message>
        <source>Change precision</source>
        <translation>精度を変更</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>Strength in percent</source>
        <translation>強さ（パーセント）</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Borrow less where the match is unsure</source>
        <translation>対応が不確かな所では借用を減らす</translation>
    </message>
    <message>
        <source>Borrowing</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Borrow less where unsure</source>
        <translation>不確かな所では借用を減らす</translation>
    </message>
    <message>
        <source>Borrow everywhere</source>
        <translation>どこでも借用</translation>
    </message>
    <message>
        <source>Change strength</source>
        <translation>強さを変更</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU %1, %2</source>
        <translation>GPU %1, %2</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 を元に戻す</translation>
    </message>
    <message>
        <source>Reference scale</source>
        <translation>参照の縮尺</translation>
    </message>
    <message>
        <source>By what references are resized before they are matched: 0.25 to 4, or 0 for Auto</source>
        <translation>対応を取る前に参照の大きさを変える倍率：0.25～4、0 は自動</translation>
    </message>
    <message>
        <source>Ref. scale</source>
        <translation>参照の縮尺</translation>
    </message>
    <message>
        <source>Of several references</source>
        <translation>参照が複数のとき</translation>
    </message>
    <message>
        <source>Every: at each place from those that match there most surely. Best: from one alone</source>
        <translation>すべて：場所ごとに、そこで最も確かに対応する参照から借用。最良：1 枚だけから借用</translation>
    </message>
    <message>
        <source>Every one lends</source>
        <translation>すべてから借用</translation>
    </message>
    <message>
        <source>Only the best</source>
        <translation>最良のみ</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>復元回数</translation>
    </message>
    <message>
        <source>Restores so many times on mirrored pictures and averages: more accurate, and slower</source>
        <translation>反転した画像でこの回数だけ復元し、平均します。より正確ですが、時間がかかります</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参照</translation>
    </message>
    <message>
        <source>Change who lends</source>
        <translation>借用元を変更</translation>
    </message>
    <message>
        <source>Change passes</source>
        <translation>復元回数を変更</translation>
    </message>
    <message>
        <source>Change the reference scale</source>
        <translation>参照の縮尺を変更</translation>
    </message>
    <message>
        <source>Not the usual value</source>
        <translation>通常の値ではありません</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ShortcutsPage</name>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>操作とショートカット</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>New shortcut of the chosen action</source>
        <translation>選択した操作の新しいショートカット</translation>
    </message>
    <message>
        <source>Take the shortcut away</source>
        <translation>ショートカットを外す</translation>
    </message>
    <message>
        <source>Back to the shortcut that it comes with</source>
        <translation>元のショートカットに戻す</translation>
    </message>
    <message>
        <source>Space shows A alone while it is held. Choose another key.</source>
        <translation>スペースキーは押している間 A だけを表示します。別のキーを選んでください。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose another key, or take it away there first.</source>
        <translation>%1 は「%2」に割り当てられています。別のキーを選ぶか、先にそちらを外してください。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::SnapshotList</name>
    <message>
        <source>Name of snapshot %1</source>
        <translation>スナップショット %1 の名前</translation>
    </message>
    <message>
        <source>Bring back its settings</source>
        <translation>その設定に戻す</translation>
    </message>
    <message>
        <source>Bring back the settings of %1</source>
        <translation>%1 の設定に戻す</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 を外す</translation>
    </message>
</context>
<context>
    <name>refscale::ui::StagePlot</name>
    <message>
        <source>Time per stage</source>
        <translation>段階ごとの時間</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>スタートページ</translation>
    </message>
    <message>
        <source>Enlarge a picture four times, with the help of a better one</source>
        <translation>より良い画像を参考に、画像を 4 倍に拡大</translation>
    </message>
    <message>
        <source>Drop files anywhere in this window. Two pictures dropped together are sorted for you: the smaller one is enlarged.</source>
        <translation>ファイルをこのウィンドウのどこにでもドロップできます。2 枚同時なら、小さい方を拡大します。</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Picture to enlarge</source>
        <translation>拡大する画像</translation>
    </message>
    <message>
        <source>A small photo or a scan</source>
        <translation>小さな写真やスキャン</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>Better picture of the same thing</source>
        <translation>同じものを写した、より良い画像</translation>
    </message>
    <message>
        <source>One or more sharp photos: a reprint, another angle, a closer view</source>
        <translation>1 枚以上の鮮明な写真：複製、別の角度、近くからの写真</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近開いたもの</translation>
    </message>
    <message>
        <source>See what it does</source>
        <translation>効果を見る</translation>
    </message>
    <message>
        <source>Small picture</source>
        <translation>小さな画像</translation>
    </message>
    <message>
        <source>Better picture</source>
        <translation>より良い画像</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Open this sample</source>
        <translation>このサンプルを開く</translation>
    </message>
    <message>
        <source>no reference yet</source>
        <translation>参照はまだなし</translation>
    </message>
    <message>
        <source>with a reference</source>
        <translation>参照 1 枚</translation>
    </message>
    <message numerus="yes">
        <source>%n references</source>
        <translation>
            <numerusform>参照 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 again, %2</source>
        <translation>%1 をもう一度開く、%2</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show all recent pictures</source>
        <translation>最近の画像をすべて表示</translation>
    </message>
</context>
<context>
    <name>refscale::ui::TruthCard</name>
    <message>
        <source>True picture</source>
        <translation>正解画像</translation>
    </message>
    <message>
        <source>Drop it here to measure PSNR and SSIM</source>
        <translation>ここにドロップすると PSNR と SSIM を測ります</translation>
    </message>
    <message>
        <source>Open the true picture</source>
        <translation>正解画像を開く</translation>
    </message>
    <message>
        <source>Open the true picture: four times as large as the picture to enlarge</source>
        <translation>正解画像を開く：拡大する画像の 4 倍の大きさ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Remove the true picture</source>
        <translation>正解画像を外す</translation>
    </message>
    <message>
        <source>PSNR %1 dB</source>
        <translation>PSNR %1 dB</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>測定しています…</translation>
    </message>
    <message>
        <source>Measured after the run</source>
        <translation>実行後に測定します</translation>
    </message>
    <message>
        <source>True picture (optional)</source>
        <translation>正解画像（任意）</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
</context>
<context>
    <name>refscale::ui::TruthTable</name>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>双三次補間</translation>
    </message>
    <message>
        <source>Reference off</source>
        <translation>参照オフ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Compute the picture without the reference</source>
        <translation>参照なしの画像を計算</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Shuffled reference</source>
        <translation>シャッフルした参照</translation>
    </message>
    <message>
        <source>Compute the picture with a shuffled reference</source>
        <translation>シャッフルした参照で画像を計算</translation>
    </message>
</context>
<context>
    <name>refscale::ui::WindowDialogs</name>
    <message>
        <source>Open the picture to enlarge</source>
        <translation>拡大する画像を開く</translation>
    </message>
    <message>
        <source>Open the true picture</source>
        <translation>正解画像を開く</translation>
    </message>
    <message>
        <source>Add better pictures of the same thing</source>
        <translation>同じものを写した、より良い画像を追加</translation>
    </message>
    <message>
        <source>Pictures and jobs (%1)</source>
        <translation>画像とジョブ (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>クリップボードに画像がありません。</translation>
    </message>
    <message>
        <source>Save job</source>
        <translation>ジョブを保存</translation>
    </message>
    <message>
        <source>RefScale jobs (*.refscale)</source>
        <translation>RefScale ジョブ (*.refscale)</translation>
    </message>
    <message>
        <source>A picture is being enlarged. Stop it and quit?</source>
        <translation>画像を拡大しています。中止して終了しますか？</translation>
    </message>
    <message>
        <source>The result took %1 and was not exported. Quit without it?</source>
        <translation>結果の計算に %1 かかりましたが、書き出されていません。このまま終了しますか？</translation>
    </message>
    <message>
        <source>The painted area is in no saved job. Quit without it?</source>
        <translation>塗った範囲は保存されたジョブにありません。このまま終了しますか？</translation>
    </message>
    <message>
        <source>RefScale</source>
        <translation>RefScale</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>終了しない</translation>
    </message>
    <message>
        <source>Load a painted area</source>
        <translation>塗った範囲を読み込む</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 画像 (*.png)</translation>
    </message>
    <message>
        <source>Save the painted area</source>
        <translation>塗った範囲を保存</translation>
    </message>
    <message>
        <source>Find references in a folder</source>
        <translation>フォルダーから参照を探す</translation>
    </message>
    <message>
        <source>The folder %1 holds no picture that RefScale reads.</source>
        <translation>フォルダー %1 に RefScale で読める画像がありません。</translation>
    </message>
    <message>
        <source>This run has worked for %1. Cancel it?</source>
        <translation>この処理は %1 動いています。キャンセルしますか？</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>処理をキャンセル</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
</context>
</TS>
